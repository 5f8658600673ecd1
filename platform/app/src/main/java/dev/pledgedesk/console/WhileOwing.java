package dev.pledgedesk.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page that is open even to staff who owe something before all else, a second factor or a signature: it serves to do that. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface WhileOwing {
}
