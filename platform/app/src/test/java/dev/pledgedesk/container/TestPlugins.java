package dev.pledgedesk.container;

import dev.pledgedesk.sdkloader.BuiltPlugin;
import dev.pledgedesk.sdkloader.BuiltPlugin.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Plugins for the server under test: one that does what plugins should, one that does what they should not, and some that no server takes. */
final class TestPlugins {

    private TestPlugins() {
    }

    /** Puts them into the server's folder of plugins, with the certificate that they are signed under. */
    static void install(Path folder) throws Exception {
        Path keys = Files.createTempDirectory("plugin-keys");
        Signer signer = Signer.fresh(keys);
        Files.createDirectories(folder.resolve("trusted"));
        Files.writeString(folder.resolve("trusted/tests.pem"), "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(signer.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n");
        signed(signer, good("1.0.0", "one"), folder.resolve("good"), "good-1.0.0.jar");
        signed(signer, good("1.1.0", "two"), folder.resolve("good"), "good-1.1.0.jar");
        signed(signer, bad(), folder.resolve("bad"), "bad-1.0.0.jar");
        for (String vendor : List.of("art-platform", "smart-appliance")) {
            Path jar = Files.createDirectories(folder.resolve(vendor)).resolve(vendor + ".jar");
            Files.copy(signer.sign(Files.copy(Path.of("target/server", vendor + ".jar"), keys.resolve(vendor + ".jar"))), jar);
        }
        good("1.0.0", "x").says("Plugin", "unsigned").pack(folder.resolve("unsigned"), "unsigned.jar");
        signed(signer, good("1.0.0", "x").says("Plugin", "exits").with("Exits", "class Exits { void exit() { System.exit(1); } }"), folder.resolve("exits"), "exits.jar");
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/broken.jar"), "no jar");
    }

    private static void signed(Signer signer, BuiltPlugin plugin, Path folder, String name) throws Exception {
        Path plain = plugin.pack(folder, name);
        Path signed = signer.sign(plain);
        Files.delete(plain);
        Files.move(signed, plain);
    }

    private static BuiltPlugin good(String version, String answer) throws IOException {
        return BuiltPlugin.named("good").says("Plugin-Version", version).says("Plugin-Name", "Good one").says("Data", "ticket-text").says("Hosts", "settings")
                .offering("new Contribution<>(ExtensionPoint.TICKET_CLASSIFIER, \"by-word\", new Text(\"By word\", \"按词\"), ByWord.Settings.class, (s, c) -> new ByWord(s)),"
                        + "Contribution.of(ExtensionPoint.FIELD_VALIDATOR, \"serial\", Text.same(\"Serial\"), (s, c) -> new Serial()),"
                        + "Contribution.of(ExtensionPoint.REPLY_CHECK, \"tone\", Text.same(\"Tone\"), (s, c) -> new Tone()),"
                        + "Contribution.of(ExtensionPoint.ANSWER_SUGGESTER, \"answers\", Text.same(\"Answers\"), (s, c) -> q -> List.of(new AnswerSuggester.Suggestion(\"" + answer + "\", q.text()))),"
                        + "Contribution.of(ExtensionPoint.EVENT_LISTENER, \"counter\", Text.same(\"Counter\"), (s, c) -> new Counter(c)),"
                        + "Contribution.of(ExtensionPoint.CONSOLE_PANEL, \"panel\", Text.same(\"Panel\"), (s, c) -> new Panels(c)),"
                        + "Contribution.of(ExtensionPoint.ENTITLEMENT_LOOKUP, \"warranty\", Text.same(\"Warranty\"), (s, c) -> new Warranty()),"
                        + "new Contribution<>(ExtensionPoint.EVENT_LISTENER, \"caller\", Text.same(\"Caller\"), Caller.Settings.class, (s, c) -> new Caller(s, c))")
                .with("ByWord", "class ByWord implements TicketClassifier { record Settings(@Setting(en = \"Word\", zhCn = \"词\") String word, @Setting(en = \"Priority\", zhCn = \"优先级\", preset = \"high\") String priority,"
                        + " @Setting(en = \"Key\", zhCn = \"密钥\", optional = true) Secret key) { Settings { if (word.equals(\"never\")) { throw new IllegalArgumentException(\"never is no word\"); } } }\n"
                        + "final Settings s; ByWord(Settings s) { this.s = s; }\n"
                        + "public Classification classify(TicketDraft t) { return t.description().contains(s.word()) ? new Classification(Optional.empty(), Optional.of(s.priority()), List.of(\"word\"), Text.same(\"said\")) : Classification.NONE; } }")
                .with("Serial", "class Serial implements FieldValidator { public Verdict check(Question q) { if (q.value().startsWith(\"X\")) { return new Refused(new Text(\"No such device\", \"没有这台设备\")); }\n"
                        + "if (q.value().equals(\"long\")) { return new Corrected(\"y\".repeat(600)); }\n"
                        + "String up = q.value().toUpperCase(Locale.ROOT); return up.equals(q.value()) ? new Accepted() : new Corrected(up); } }")
                .with("Tone", "class Tone implements ReplyCheck { public List<Finding> check(Reply r) { if (r.body().contains(\"stupid\")) { return List.of(new Finding(true, new Text(\"Not this word\", \"不要用这个词\"))); }\n"
                        + "return r.body().contains(\"!!!\") ? List.of(new Finding(false, new Text(\"So loud?\", \"语气太重？\"))) : List.of(); } }")
                .with("Counter", "class Counter implements DeskEventListener { final PluginContext c; Counter(PluginContext c) { this.c = c; }\n"
                        + "public Set<String> types() { return Set.of(\"ticket.created\"); }\n"
                        + "public void happened(Event e) { var was = c.store().get(\"count\"); long n = was.map(x -> Long.parseLong(x.value())).orElse(0L) + 1;\n"
                        + "if (!c.store().put(\"count\", Long.toString(n), was.map(Store.Entry::version).orElse(0L))) { throw new IllegalStateException(\"somebody else\"); }\n"
                        + "c.store().put(\"last\", c.desk().ticket(e.ticket()).map(t -> t.number() + \" \" + t.subject()).orElse(\"none\"), c.store().get(\"last\").map(Store.Entry::version).orElse(0L));\n"
                        + "c.store().put(\"handle\", e.ticket(), c.store().get(\"handle\").map(Store.Entry::version).orElse(0L)); } }")
                .with("Panels", "class Panels implements TicketPanel { final PluginContext c; Panels(PluginContext c) { this.c = c; }\n"
                        + "public Panel show(Question q) { return new Panel(new Text(\"Notes\", \"备注\"), List.of(new Facts(List.of(new EntitlementLookup.Fact(Text.same(\"Kept\"), Text.same(c.store().get(\"note\").map(Store.Entry::value).orElse(\"-\"))))),\n"
                        + "new Action(\"keep\", new Text(\"Keep\", \"保存\"), List.of(new Input(\"words\", new Text(\"Words\", \"内容\"), true))))); }\n"
                        + "public Note act(String a, List<FieldValue> in, Question q) { c.store().put(\"note\", in.get(0).value(), c.store().get(\"note\").map(Store.Entry::version).orElse(0L)); return new Note(Text.same(\"kept\"), false); } }")
                .with("Warranty", "class Warranty implements EntitlementLookup { public List<Entitlement> find(TicketSnapshot t) { return t.field(\"serial\").map(s -> List.of(new Entitlement(Text.same(s), State.VALID, Optional.empty(), Optional.of(LocalDate.of(2030, 1, 1)), List.of()))).orElse(List.of()); } }")
                .with("Caller", "class Caller implements DeskEventListener, SelfTest { record Settings(@Setting(en = \"Address\", zhCn = \"网址\") URI address) { }\n"
                        + "final Settings s; final PluginContext c; Caller(Settings s, PluginContext c) { this.s = s; this.c = c; } public Set<String> types() { return Set.of(); } public void happened(Event e) { }\n"
                        + "public void test() throws Exception { int status = c.http().send(Http.Call.get(s.address())).status(); if (status != 200) { throw new IllegalStateException(\"it answers \" + status); } } }");
    }

    private static BuiltPlugin bad() {
        return BuiltPlugin.named("bad").says("Data", "ticket-text")
                .offering("Bad.offer(\"throws\", t -> { throw new IllegalStateException(\"the words of a customer\"); }),"
                        + "Bad.offer(\"slow\", t -> { Thread.sleep(60_000); return TicketClassifier.Classification.NONE; }),"
                        + "Bad.offer(\"deaf\", t -> { long end = System.nanoTime() + 4_000_000_000L; while (System.nanoTime() < end) { Thread.interrupted(); } return TicketClassifier.Classification.NONE; }),"
                        + "Bad.offer(\"null\", t -> null),"
                        + "Bad.offer(\"category\", t -> new TicketClassifier.Classification(Optional.of(\"none-such\"), Optional.empty(), List.of(), Text.same(\"x\"))),"
                        + "Bad.offer(\"deep\", t -> Bad.deep(t)),"
                        + "Contribution.of(ExtensionPoint.TICKET_CLASSIFIER, \"unmade\", Text.same(\"x\"), (s, c) -> { throw new IllegalStateException(\"cannot be made\"); }),"
                        + "new Contribution<>(ExtensionPoint.CONSOLE_PANEL, \"guesses\", Text.same(\"x\"), Handle.class, (s, c) -> q -> new TicketPanel.Panel(Text.same(c.desk().ticket(s.handle()).map(TicketSnapshot::number).orElse(\"nothing\")), List.of(new TicketPanel.Note(Text.same(c.getClass().getName()), false)))),"
                        + "new Contribution<>(ExtensionPoint.CONSOLE_PANEL, \"calls\", Text.same(\"x\"), Handle.class, (s, c) -> q -> { String said; try { said = \"\" + c.http().send(Http.Call.get(URI.create(s.handle()))).status(); } catch (java.io.IOException no) { said = no.getMessage(); }\n"
                        + " return new TicketPanel.Panel(Text.same(said), List.of(new TicketPanel.Note(Text.same(\"x\"), false))); })")
                .with("Handle", "record Handle(@Setting(en = \"Handle\", zhCn = \"句柄\") String handle) { }")
                .with("Bad", "class Bad { static Contribution<?, ?> offer(String id, TicketClassifier c) { return Contribution.of(ExtensionPoint.TICKET_CLASSIFIER, id, Text.same(id), (s, x) -> c); }\n"
                        + "static TicketClassifier.Classification deep(TicketDraft t) { return deep(new TicketDraft(t.type(), t.category(), t.channel(), t.subject(), \"\", List.of(), t.language())); } }");
    }
}
