package dev.pledgedesk.kernel;

import java.util.List;

/**
 * One field at fault.
 *
 * @param pointer   JSON pointer into the body, or the name of the parameter after a slash
 * @param message   key of the text in the message bundle
 * @param arguments what the text is filled with
 */
public record FieldError(String pointer, String message, List<Object> arguments) {

    public FieldError(String pointer, String message, Object... arguments) {
        this(pointer, message, List.of(arguments));
    }
}
