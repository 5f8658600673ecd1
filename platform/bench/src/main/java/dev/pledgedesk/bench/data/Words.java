package dev.pledgedesk.bench.data;

import java.util.SplittableRandom;

/**
 * Invented texts of customers and staff, Chinese and English, from two words to some paragraphs. Some words stand in a third of all tickets, some in one of
 * ten thousand, so that a search can be asked for either.
 */
public final class Words {

    /** In about a third of the Chinese texts. */
    public static final String FREQUENT_ZH = "热水器";
    /** In about a third of the English texts. */
    public static final String FREQUENT_EN = "heater";
    /** Two words that stand side by side in many Chinese texts. */
    public static final String PHRASE_ZH = "热水器不出热水";

    private static final String[] DEVICES_ZH = {FREQUENT_ZH, "空调", "洗衣机", "冰箱", "净水器", "扫地机器人", "智能门锁", "油烟机", "洗碗机", "平板电脑", "干衣机"};
    private static final String[] DEVICES_EN = {FREQUENT_EN, "air conditioner", "washing machine", "refrigerator", "water purifier", "robot vacuum", "smart lock",
        "range hood", "dishwasher", "tablet", "dryer"};
    private static final String[] FAULTS_ZH = {"不出热水", "无法开机", "漏水", "噪音很大", "显示故障码", "联网失败", "升级后变慢", "遥控器没有反应", "排水不畅", "有焦味"};
    private static final String[] FAULTS_EN = {"gives no hot water", "does not switch on", "leaks", "is very noisy", "shows a fault code", "cannot connect",
        "is slow after the upgrade", "ignores the remote control", "drains badly", "smells burnt"};
    private static final String[] TALK_ZH = {"昨天晚上开始的，已经重启过两次，没有改善。", "请问什么时候可以安排师傅上门？", "麻烦尽快处理，家里有老人和孩子。", "发票抬头需要改成公司名称，税号稍后补充。",
        "说明书上没有写这种情况怎么办。", "客服电话一直打不通，所以在这里留言。", "购买不到三个月，应该还在保修期内。", "我按照视频里的步骤做了一遍，还是一样。", "配件在当地门店没有货，能不能直接寄给我？",
        "希望给一个明确的答复，谢谢。", "周末全天在家，工作日要晚上六点以后。", "附件里有照片，可以看到接口处的痕迹。"};
    private static final String[] TALK_EN = {"It began last night and two restarts did not help.", "When can somebody come and have a look?", "Please hurry, there are children at home.",
        "The invoice has to name our company, the tax number follows.", "The manual says nothing about this.", "The phone line was busy all morning, so I write here.",
        "It was bought less than three months ago and should be in warranty.", "I followed the steps of the video, with the same result.",
        "The local shop has no spare parts, can you send them to me?", "I hope for a clear answer, thank you.", "I am at home all weekend, on other days after six.",
        "The picture shows the marks at the connector."};
    private static final String[] REPLY_ZH = {"您好，已经为您登记，工程师会在两小时内与您联系。", "请先关闭电源，等待五分钟后再试一次。", "配件已经寄出，预计三天内送达。", "我们核对了订单，在保修期内，上门免费。",
        "经过远程检查，需要更换主板。", "请把铭牌上的型号和机身编号拍照发给我们。"};
    private static final String[] REPLY_EN = {"We have noted it, an engineer will call within two hours.", "Please switch it off, wait for five minutes and try again.",
        "The part has been sent and should arrive within three days.", "We have checked the order: it is in warranty, the visit is free.",
        "The remote check says that the main board has to be changed.", "Please send a picture of the rating plate."};
    private static final String SYLLABLES_ZH = "岚岑崧嵘巍峦峥嵩岱岷峨崂嶙峋岫屿沅沣泠泓泫洹洺浈浐浔涑涪淦淇淙淞渌渚湉湜溆溱滁滟滢漪漳潞潼澧澹濂瀛灞炜烨煊熠燊璟";
    private static final String[] SYLLABLES_EN = {"kel", "vor", "in", "mat", "sul", "tor", "ban", "rix", "dan", "pel", "gor", "lum", "zet", "fal", "qui", "nor"};

    private Words() {
    }

    /** A rare Chinese word, of about 3,500. */
    public static String rareZh(SplittableRandom random) {
        return "" + SYLLABLES_ZH.charAt(random.nextInt(SYLLABLES_ZH.length())) + SYLLABLES_ZH.charAt(random.nextInt(SYLLABLES_ZH.length()));
    }

    /** A rare English word, of about 4,000. */
    public static String rareEn(SplittableRandom random) {
        return pick(SYLLABLES_EN, random) + pick(SYLLABLES_EN, random) + pick(SYLLABLES_EN, random);
    }

    /** What a ticket is about. */
    public static String subject(boolean chinese, SplittableRandom random) {
        int device = device(random);
        int fault = random.nextInt(FAULTS_ZH.length);
        return chinese ? DEVICES_ZH[device] + FAULTS_ZH[fault] : "The " + DEVICES_EN[device] + " " + FAULTS_EN[fault];
    }

    /** What a customer writes: the subject once more, and one to ten sentences, a rare word in every fourth. */
    public static String question(boolean chinese, String subject, SplittableRandom random) {
        var text = new StringBuilder(subject).append(chinese ? "。" : ". ");
        int sentences = 1 + random.nextInt(random.nextInt(4) == 0 ? 10 : 4);
        for (int i = 0; i < sentences; i++) {
            text.append(pick(chinese ? TALK_ZH : TALK_EN, random)).append(chinese ? "" : " ");
        }
        if (random.nextInt(4) == 0) {
            text.append(chinese ? "安装地址在" + rareZh(random) + "小区。" : "The type plate says " + rareEn(random) + ".");
        }
        return text.toString();
    }

    /** What a member of staff answers. */
    public static String reply(boolean chinese, SplittableRandom random) {
        var text = new StringBuilder();
        int sentences = 1 + random.nextInt(3);
        for (int i = 0; i < sentences; i++) {
            text.append(pick(chinese ? REPLY_ZH : REPLY_EN, random)).append(chinese ? "" : " ");
        }
        return text.toString().strip();
    }

    /** The first one in a third of all cases. */
    private static int device(SplittableRandom random) {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(DEVICES_ZH.length);
    }

    private static String pick(String[] words, SplittableRandom random) {
        return words[random.nextInt(words.length)];
    }
}
