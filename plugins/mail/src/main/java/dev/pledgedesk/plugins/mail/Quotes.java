package dev.pledgedesk.plugins.mail;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts off what a mail repeats of the one it answers; what was said before stands in the conversation already. */
final class Quotes {

    private static final Pattern QUOTED = Pattern.compile("^\\s*>.*");
    /** How mail programs introduce what they repeat, in English and Chinese. */
    private static final List<Pattern> BEGINNINGS = List.of(
            Pattern.compile("^\\s*-{2,}\\s*(Original Message|Forwarded message|原始邮件|原始信息|回复的原邮件)\\s*-{2,}\\s*$", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^\\s*(On\\s.{6,200}\\swrote|在.{4,200}写道|.{0,80}于.{4,120}写道)\\s*[:：]\\s*$"),
            Pattern.compile("^\\s*_{20,}\\s*$"));
    private static final Pattern FROM = Pattern.compile("^\\s*(From|发件人)\\s*[:：].*");
    private static final Pattern SENT = Pattern.compile("^\\s*(Sent|Date|发送时间|日期|时间)\\s*[:：].*");
    private static final int NEAR = 3;

    private Quotes() {
    }

    /** The text without what it repeats; all of it if nothing else would be left. */
    static String cut(String text) {
        String[] lines = text.split("\n", -1);
        int end = lines.length;
        for (int i = 0; i < end; i++) {
            if (begins(lines, i)) {
                end = i;
            }
        }
        // What is quoted at the end; answers between quoted lines stay with them.
        while (end > 0 && (lines[end - 1].isBlank() || QUOTED.matcher(lines[end - 1]).matches())) {
            end--;
        }
        String kept = String.join("\n", List.of(lines).subList(0, end)).strip();
        return kept.isEmpty() ? text.strip() : kept;
    }

    private static boolean begins(String[] lines, int i) {
        if (BEGINNINGS.stream().anyMatch(b -> b.matcher(lines[i]).matches())) {
            return quotesTillTheEnd(lines, i + 1);
        }
        // Some programs break the line in which they say who wrote what.
        if (lines[i].strip().startsWith("On ") && i + 1 < lines.length && BEGINNINGS.get(1).matcher(lines[i].strip() + " " + lines[i + 1].strip()).matches()) {
            return quotesTillTheEnd(lines, i + 2);
        }
        if (FROM.matcher(lines[i]).matches()) {
            for (int j = i + 1; j < Math.min(lines.length, i + 1 + NEAR); j++) {
                if (SENT.matcher(lines[j]).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Who answers below each quoted part has written the most of what follows himself. */
    private static boolean quotesTillTheEnd(String[] lines, int from) {
        boolean quoted = false;
        for (int i = from; i < lines.length; i++) {
            quoted |= QUOTED.matcher(lines[i]).matches();
        }
        if (!quoted) {
            return true;
        }
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank() && !QUOTED.matcher(lines[i]).matches()) {
                return false;
            }
        }
        return true;
    }
}
