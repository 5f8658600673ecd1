package dev.pledgedesk.sdk;

/**
 * Implemented beside an extension point's interface by instances that can prove their settings, such as a key for somebody else's service. Called before new
 * settings take effect; if it throws, the old ones stay.
 *
 * @since 1.0
 */
@ImplementedByPlugins
public interface SelfTest {

    /**
     * Tries the settings out, without an effect that stays.
     *
     * @throws Exception whose message says what is wrong, without secrets
     */
    void test() throws Exception;
}
