package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.SelfTest;

/** Whatever asks a service: its settings are right if the service is there and takes the signature. */
interface Asking extends SelfTest {

    /** The service that is asked. */
    Service service();

    @Override
    default void test() throws Exception {
        service().ping();
    }
}
