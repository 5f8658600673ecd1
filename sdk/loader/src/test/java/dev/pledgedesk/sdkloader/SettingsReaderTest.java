package dev.pledgedesk.sdkloader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pledgedesk.sdk.Secret;
import dev.pledgedesk.sdk.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings from what a tenant writes to the record that a plugin gets. */
class SettingsReaderTest {

    enum Way { FAST, VERY_SAFE }

    record Rule(@Setting(en = "Word", zhCn = "词") String word, @Setting(en = "Weight", zhCn = "权重", preset = "1", min = 1, max = 9) int weight) {
    }

    record Settings(
            @Setting(en = "Address", zhCn = "网址") URI address,
            @Setting(en = "Key", zhCn = "密钥") Secret key,
            @Setting(en = "Patience", zhCn = "等待时间", preset = "90s") Duration patience,
            @Setting(en = "Way", zhCn = "方式", preset = "very-safe") Way way,
            @Setting(en = "Strict", zhCn = "严格", preset = "false") boolean strict,
            @Setting(en = "Share", zhCn = "比例", optional = true, min = 0, max = 1) Double share,
            @Setting(en = "Code", zhCn = "代码", optional = true, pattern = "[A-Z]{3}") String code,
            @Setting(en = "Rules", zhCn = "规则", max = 2) List<Rule> rules) {

        Settings {
            if (strict && way == Way.FAST) {
                throw new IllegalArgumentException("strict is never fast");
            }
        }
    }

    private static SettingsReader.Result read(Map<String, ?> written) throws PluginRefused {
        return SettingsReader.read(SettingsForm.of(Settings.class), written, name -> name.equals("known") ? Optional.of("s3cret") : Optional.empty());
    }

    private static Map<String, Object> good() {
        return new HashMap<>(Map.of("address", "https://API.example.com/v1", "key", "known", "rules", List.of(Map.of("word", "leak"), Map.of("word", "fire", "weight", 9))));
    }

    @Test
    void whatIsWrittenAndWhatIsNotMakeTheRecord() throws PluginRefused {
        SettingsReader.Result read = read(good());
        assertThat(read.findings()).isEmpty();
        assertThat(read.settings()).isEqualTo(new Settings(URI.create("https://API.example.com/v1"), new Secret("s3cret"), Duration.ofSeconds(90), Way.VERY_SAFE, false, null, null,
                List.of(new Rule("leak", 1), new Rule("fire", 9))));
        assertThat(read.hosts()).containsExactly("api.example.com");
        assertThat(read.settings().toString()).doesNotContain("s3cret");
    }

    @Test
    void eachThingWrongIsNamedAtItsPlace() throws PluginRefused {
        Map<String, Object> written = good();
        written.remove("address");
        written.put("key", "unknown");
        written.put("patience", "soon");
        written.put("way", "slow");
        written.put("strict", "perhaps");
        written.put("share", 1.5);
        written.put("code", "abc");
        written.put("colour", "red");
        written.put("rules", List.of(Map.of("weight", 10), "none"));
        assertThat(read(written).settings()).isNull();
        assertThat(read(written).findings()).extracting(SettingsReader.Finding::pointer)
                .containsExactlyInAnyOrder("/address", "/key", "/patience", "/way", "/strict", "/share", "/code", "/colour", "/rules/0/word", "/rules/0/weight", "/rules/1");
        written = good();
        written.put("rules", List.of(Map.of("word", "a"), Map.of("word", "b"), Map.of("word", "c")));
        assertThat(read(written).findings()).extracting(f -> f.pointer() + " " + f.text().en()).containsExactly("/rules Must be a list of at most 2 values");
    }

    @Test
    void theRecordsOwnRuleIsHeard() throws PluginRefused {
        Map<String, Object> written = good();
        written.put("strict", true);
        written.put("way", "fast");
        assertThat(read(written).findings()).extracting(f -> f.pointer() + "|" + f.text().en()).containsExactly("|strict is never fast");
    }

    record Primitive(@Setting(en = "x", zhCn = "x", optional = true) int number) {
    }

    record Unknown(@Setting(en = "x", zhCn = "x") Object thing) {
    }

    record BadPreset(@Setting(en = "x", zhCn = "x", preset = "12", max = 9) int number) {
    }

    record Nested(@Setting(en = "x", zhCn = "x") Rule rule) {
    }

    @Test
    void aRecordThatNoConfigurationCanFillIsRefused() {
        assertThat(refusal(Primitive.class)).contains("number").contains("int");
        assertThat(refusal(Unknown.class)).contains("java.lang.Object");
        assertThat(refusal(BadPreset.class)).contains("at most 9");
        assertThat(refusal(Nested.class)).contains("in lists only");
    }

    private static String refusal(Class<? extends Record> record) {
        return catchThrowableOfType(PluginRefused.class, () -> SettingsForm.of(record)).getMessage();
    }
}
