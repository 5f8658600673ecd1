package dev.pledgedesk.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation of which a tenant may do only so many a day, beside the limits that hold for every request. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Charged {

    /** What it is counted as. */
    Quota value();
}
