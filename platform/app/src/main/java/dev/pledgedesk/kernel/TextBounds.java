package dev.pledgedesk.kernel;

/**
 * How much somebody must and may say.
 *
 * @param shortest characters, without blanks around them
 * @param longest  characters, likewise
 */
public record TextBounds(int shortest, int longest) {

    /** What was said without blanks around it; null says nothing. A problem at {@code pointer} if it is shorter or longer. */
    public String take(String text, String pointer) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < shortest || stripped.length() > longest) {
            throw Problem.invalid(new FieldError(pointer, "field.length", shortest, longest));
        }
        return stripped;
    }
}
