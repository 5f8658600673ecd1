package dev.pledgedesk.plugin;

import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.sdk.Text;
import java.util.Map;

/** Texts of plugins as the platform shows them. */
public final class SdkTexts {

    private SdkTexts() {
    }

    /** In the languages that the plugin has written. */
    public static LocalizedText localized(Text text) {
        return new LocalizedText(Map.of("en", text.en(), "zh-CN", text.zhCn()));
    }
}
