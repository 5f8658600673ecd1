package dev.pledgedesk.plugin;

import dev.pledgedesk.kernel.LocalizedText;
import java.util.List;

/**
 * A setting of something that a plugin offers.
 *
 * @param key      how it is written
 * @param kind     such as {@code text} or {@code secret}
 * @param list     whether it holds several
 * @param label    what it is
 * @param required whether it must be written
 * @param preset   what it is if nobody writes it, null if nothing
 * @param choices  what it can be, for a choice
 * @param group    settings of each item, for a group
 */
public record SettingView(String key, String kind, boolean list, LocalizedText label, boolean required, String preset, List<String> choices, List<SettingView> group) {
}
