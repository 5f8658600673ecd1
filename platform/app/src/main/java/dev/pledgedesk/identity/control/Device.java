package dev.pledgedesk.identity.control;

import java.util.Map;
import java.util.LinkedHashMap;

/**
 * The family of a program and of the system it runs on, as far as a person needs it to recognise a sign-in of his. Versions and models are left out:
 * they would tell more of him than is needed.
 */
record Device(String browser, String system) {

    /** Signs by family, the more special first: most browsers also claim to be others. */
    private static final Map<String, String> BROWSERS = families("MicroMessenger", "wechat", "Edg", "edge", "OPR/", "opera", "Firefox", "firefox", "FxiOS", "firefox",
            "Chrome", "chrome", "CriOS", "chrome", "Safari", "safari");
    private static final Map<String, String> SYSTEMS = families("HarmonyOS", "harmonyos", "OpenHarmony", "harmonyos", "Android", "android", "iPhone", "ios",
            "iPad", "ios", "Windows", "windows", "Macintosh", "macos", "Linux", "linux");

    private static Map<String, String> families(String... signs) {
        Map<String, String> families = new LinkedHashMap<>();
        for (int i = 0; i < signs.length; i += 2) {
            families.put(signs[i], signs[i + 1]);
        }
        return families;
    }

    /** What a User-Agent header tells; null is a program that says nothing. */
    static Device of(String agent) {
        String said = agent == null ? "" : agent;
        return new Device(said.startsWith("Mozilla/") ? family(BROWSERS, said, "program") : "program", family(SYSTEMS, said, "other"));
    }

    private static String family(Map<String, String> families, String said, String otherwise) {
        return families.entrySet().stream().filter(f -> said.contains(f.getKey())).map(Map.Entry::getValue).findFirst().orElse(otherwise);
    }
}
