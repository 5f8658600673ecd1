package com.example.plugin;

import dev.pledgedesk.sdk.AnswerSuggester;
import dev.pledgedesk.sdk.Setting;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Tells who asks for opening hours what they are, and whether somebody is there now. */
final class OpeningHours implements AnswerSuggester {

    /**
     * What a tenant writes.
     *
     * @param opens  such as 09:00
     * @param closes such as 18:00
     * @param words  by which the question is known
     */
    record Settings(
            @Setting(en = "Opens at", zhCn = "开始", preset = "09:00") String opens,
            @Setting(en = "Closes at", zhCn = "结束", preset = "18:00") String closes,
            @Setting(en = "Words of the question", zhCn = "提问用词", preset = "opening hours, 营业时间, 几点上班") List<String> words) {

        /** Refuses what is no time, and a day that ends before it begins. */
        Settings {
            try {
                if (!LocalTime.parse(opens).isBefore(LocalTime.parse(closes))) {
                    throw new IllegalArgumentException("it must open before it closes / 开始时间须早于结束时间");
                }
            } catch (DateTimeParseException none) {
                throw new IllegalArgumentException(none.getParsedString() + " is no time such as 09:00 / 时间格式应为 09:00");
            }
        }
    }

    private final Settings settings;
    private final InstantSource clock;
    private final ZoneId zone;

    OpeningHours(Settings settings, InstantSource clock, ZoneId zone) {
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<Suggestion> suggest(Question question) {
        String asked = (question.subject() + " " + question.text()).toLowerCase(Locale.ROOT);
        if (settings.words().stream().noneMatch(word -> asked.contains(word.toLowerCase(Locale.ROOT)))) {
            return List.of();
        }
        LocalTime now = LocalTime.ofInstant(clock.instant(), zone);
        boolean open = !now.isBefore(LocalTime.parse(settings.opens())) && now.isBefore(LocalTime.parse(settings.closes()));
        return List.of("zh".equals(question.language().getLanguage())
                ? new Suggestion("营业时间", "我们每天 " + settings.opens() + " 至 " + settings.closes() + " 在线。" + (open ? "现在有人值守。" : "现在无人值守。"))
                : new Suggestion("Opening hours", "We are here from " + settings.opens() + " to " + settings.closes() + ". " + (open ? "Somebody is here now." : "Nobody is here now.")));
    }
}
