package dev.pledgedesk.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.Channel;
import dev.pledgedesk.client.model.IntegrationClient;
import dev.pledgedesk.client.model.NewIntegrationClient;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketSummary;
import dev.pledgedesk.systemtests.desk.Commands;
import dev.pledgedesk.systemtests.desk.Server;
import dev.pledgedesk.systemtests.desk.TicketQuery;
import dev.pledgedesk.systemtests.desk.Vendor;
import dev.pledgedesk.systemtests.desk.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file becomes tickets, each row once, whatever is wrong with other rows and however often the command dies. */
class ImportIT {

    private static final String[] MAPPED = {"--key", "ref", "--where", "product=heater,tablet,kettle", "--map", "description=text", "--subject-from", "text:12",
        "--map", "category=product", "--map", "channel=how"};

    private final Vendor appliance = Vendor.appliance();
    private final Visitor desk = appliance.staff("agent").visitor();
    private final String mark = "import-" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void copyTheFile() throws IOException {
        file = folder.resolve(mark + ".csv");
        try (InputStream rows = ImportIT.class.getResourceAsStream("/import/voices.csv")) {
            Files.copy(rows, file);
        }
    }

    private Commands.Running start(Vendor vendor, Map<String, String> secret, List<String> account, String[] mapped, String... more) {
        List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--tenant-host", vendor.portal().getHost(), "--anonymous"));
        arguments.addAll(account);
        arguments.addAll(List.of(mapped));
        arguments.addAll(List.of(more));
        return Commands.start(Server.common(), secret, arguments);
    }

    private Commands.Running start(String[] mapped, String... more) {
        Vendor.Account agent = appliance.staff("agent");
        return start(appliance, Map.of("PLEDGEDESK_SECRET", agent.password()), List.of("--login", agent.login()), mapped, more);
    }

    private Commands.Ended feedback(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--type", "feedback", "--map", "tags=marks", "--map", "fields.sentiment=mood", "--values",
                "fields.sentiment:good=positive,fine=neutral,bad=negative", "--values", "category:heater=water-heater,tablet=tablet"));
        arguments.addAll(List.of(more));
        return start(MAPPED, arguments.toArray(String[]::new)).await();
    }

    /** Tickets of this test's file by their external id. */
    private Map<String, Ticket> filed(Visitor who) throws ApiException {
        Map<String, Ticket> filed = new TreeMap<>();
        for (UUID id : TicketQuery.ALL.pagesOf(100).allIds(who, () -> { })) {
            Ticket ticket = who.tickets().getTicket(id);
            if (String.valueOf(ticket.getExternalId()).startsWith(mark)) {
                assertThat(filed.put(ticket.getExternalId().substring(mark.length() + 1), ticket)).as("once").isNull();
            }
        }
        return filed;
    }

    @Test
    void goodRowsAreFiledOnceAndBadOnesNamed() throws Exception {
        List<String> faults = List.of("7,mood,", "8,,", "9,product,", "10,ref,", "12,ref,", "13,text,", "14,how,", "17,,");
        Commands.Ended dry = feedback("--dry-run");
        assertThat(dry.status()).as(dry.printed()).isEqualTo(3);
        assertThat(dry.printed()).contains("13 of 14 rows chosen: 5 would be filed, 0 there already, 8 refused").contains("Nothing was written.");
        assertFaults(faults);
        assertThat(filed(desk)).isEmpty();

        Commands.Ended first = feedback();
        assertThat(first.status()).as(first.printed()).isEqualTo(3);
        assertThat(first.printed()).contains("5 filed, 0 there already, 8 refused");
        assertFaults(faults);
        Map<String, Ticket> tickets = filed(desk);
        assertThat(tickets).containsOnlyKeys("V-1", "V-2", "V-6", "V-9", "V-12");
        Ticket second = tickets.get("V-2");
        assertThat(desk.tickets().listMessages(second.getId(), null, null).getItems().get(0).getBody()).isEqualTo("水温忽冷忽热。\n第二天还是一样，\n\n售，后没有人管。");
        assertThat(second.getSubject()).isEqualTo("水温忽冷忽热。 第二天还…");
        assertThat(second.getCategory()).isEqualTo("water-heater");
        assertThat(second.getChannel()).isEqualTo(Channel.PHONE);
        assertThat(second.getFields()).containsEntry("sentiment", "negative");
        assertThat(second.getTags()).containsExactly("急", "水温");
        assertThat(second.getRequester().getAnonymous()).isTrue();
        assertThat(tickets.get("V-9").getSubject()).isEqualTo("=2+3 looks l…");

        Commands.Ended again = feedback("--parallel", "8");
        assertThat(again.printed()).contains("0 filed, 5 there already, 8 refused");
        assertThat(filed(desk)).hasSize(5);
    }

    private void assertFaults(List<String> beginnings) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(mark + ".csv.errors.csv"), StandardCharsets.UTF_8);
        assertThat(lines.get(0)).isEqualTo("line,column,error");
        for (String beginning : beginnings) {
            assertThat(lines).anyMatch(line -> line.startsWith(beginning));
        }
        assertThat(lines).hasSize(beginnings.size() + 1);
    }

    @Test
    void searchFindsExactlyTheRowsThatAScanFinds() throws Exception {
        feedback();
        Map<String, List<String>> scan = Map.of("售后", List.of("V-1"), "发票", List.of("V-12", "V-6"), "补发票", List.of("V-12"), "\"E4\" 的", List.of("V-6"),
                "𠮷祥", List.of("V-6"), "formula", List.of("V-9"));
        for (Map.Entry<String, List<String>> word : scan.entrySet()) {
            List<String> hits = new ArrayList<>();
            for (TicketSummary hit : TicketQuery.search(word.getKey()).pagesOf(100).page(desk, null).getItems()) {
                if (String.valueOf(hit.getExternalId()).startsWith(mark)) {
                    hits.add(hit.getExternalId().substring(mark.length() + 1));
                }
            }
            assertThat(hits).as(word.getKey()).containsExactlyInAnyOrderElementsOf(word.getValue());
        }
    }

    @Test
    void theSameFileIsNewToAnotherTenant() throws Exception {
        feedback();
        Vendor art = Vendor.art();
        IntegrationClient client = art.staff(Vendor.EVERYTHING).visitor().identity()
                .createApiClient(new NewIntegrationClient().name("Import").roles(List.of("integrator")), Vendor.newKey());
        Map<String, String> secret = Map.of("PLEDGEDESK_SECRET", client.getSecret(), "PLEDGEDESK_CLIENT", client.getId().toString());
        String[] mapped = {"--type", "consultation", "--key", "ref", "--map", "description=text", "--subject-from", "text:12", "--where", "ref=V-1,V-6"};
        Commands.Ended ended = start(art, secret, List.of(), mapped).await();
        assertThat(ended.status()).as(ended.printed()).isEqualTo(3);
        assertThat(ended.printed()).as("rows that cannot be read belong to every choice").contains("2 filed, 0 there already, 2 refused");
        Map<String, Ticket> theirs = filed(art.staff("agent").visitor());
        assertThat(theirs).containsOnlyKeys("V-1", "V-6");
        assertThat(filed(desk)).containsOnlyKeys("V-1", "V-2", "V-6", "V-9", "V-12");
        assertThat(theirs.get("V-1").getRequester().getId()).isNotEqualTo(filed(desk).get("V-1").getRequester().getId());

        Commands.Ended strange = start(appliance, secret, List.of(), mapped).await();
        assertThat(strange.status()).as("a client of another tenant: " + strange.printed()).isEqualTo(18);
    }

    @Test
    void killedInTheMiddleItGoesOnWhereItWas() throws Exception {
        int rows = 80;
        Files.write(file, IntStream.rangeClosed(0, rows).mapToObj(i -> i == 0 ? "text" : "第" + i % 60 + "条：还可以，\"再\"用一阵。").map(line -> line.contains("\"")
                ? "\"" + line.replace("\"", "\"\"") + "\"" : line).toList());
        String[] mapped = {"--type", "feedback", "--set", "fields.sentiment=neutral", "--map", "description=text", "--subject-from", "text", "--set", "tags=" + mark,
            "--parallel", "2"};
        TicketQuery ours = TicketQuery.ALL.tagged(mark).pagesOf(100);
        for (int enough : new int[] {5, 30}) {
            Commands.Running running = start(mapped);
            await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20)).until(() -> ours.ids(desk).size() >= enough || !running.process().isAlive());
            assertThat(running.process().isAlive()).as("it is killed before its end").isTrue();
            running.kill();
        }
        int before = ours.allIds(desk, () -> { }).size();
        assertThat(before).isBetween(30, rows - 1);
        Commands.Ended last = start(mapped).await();
        assertThat(last.status()).as(last.printed()).isZero();
        assertThat(last.printed()).containsPattern(rows + " of " + rows + " rows chosen: \\d+ filed, \\d+ there already, 0 refused");
        List<UUID> all = ours.allIds(desk, () -> { });
        assertThat(all).as("equal rows are as many tickets").hasSize(rows).doesNotHaveDuplicates();
    }
}
