package dev.pledgedesk.sdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a settings record: for the form, for the check and for the documentation. Components are of type {@code String}, {@code int},
 * {@code long}, {@code double}, {@code boolean}, {@link java.time.Duration}, {@link java.net.URI}, {@link Secret}, an enum, or a {@code List} of one of these or
 * of records made like this one. What spans several components is checked by the record's constructor, whose {@link IllegalArgumentException} is shown.
 *
 * @since 1.0
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /**
     * What it is, in English.
     *
     * @return a short text
     */
    String en();

    /**
     * What it is, in Chinese.
     *
     * @return a short text
     */
    String zhCn();

    /**
     * The value of who writes none, in the form of a configuration file; empty if it must be written. A list that need not be written is empty.
     *
     * @return such as {@code 24h} or {@code 10}
     */
    String preset() default "";

    /**
     * Whether it may be left out without a preset; the component is then null, so its type is no primitive one.
     *
     * @return false if it must be written
     */
    boolean optional() default false;

    /**
     * The least number or length of a text; of no meaning for a list.
     *
     * @return inclusive
     */
    long min() default Long.MIN_VALUE;

    /**
     * The greatest number or length of a text; of a list, the most values it may have.
     *
     * @return inclusive
     */
    long max() default Long.MAX_VALUE;

    /**
     * A regular expression that the whole text matches.
     *
     * @return empty for any text
     */
    String pattern() default "";
}
