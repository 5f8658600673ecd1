package dev.pledgedesk.launcher;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Who works at one demo tenant and what was asked there, as its folder {@code demo/} tells it.
 *
 * @param tenant    the tenant's key
 * @param accounts  its staff; empty if the folder has none
 * @param tickets   in the order they are filed
 * @param training  what they have learnt and passed; null if the folder has none
 * @param roster    who is on duty; null if the folder has none
 * @param appraisal how the work of this month was found; null if the folder has none
 * @param quality   the evaluation of this half-year; null if the folder has none
 */
record DemoData(String tenant, List<Account> accounts, List<Ticket> tickets, Training training, Roster roster, Appraisal appraisal, Quality quality) {

    /** Who acts in a step besides the accounts: the requester of the ticket. */
    static final String CUSTOMER = "customer";
    /** Of a ticket that its requester files himself. */
    static final String PORTAL = "portal";

    private static final String ACCOUNTS = "demo/accounts.yaml";
    private static final String TICKETS = "demo/tickets.yaml";
    private static final String TRAINING = "demo/training.yaml";
    private static final String ROSTER = "demo/roster.yaml";
    private static final String APPRAISAL = "demo/appraisal.yaml";
    private static final String QUALITY = "demo/quality.yaml";

    /** A member of staff; {@code role} is what it is shown for, {@code roles} are keys of the configuration. */
    record Account(String role, String login, String name, String email, String password, String locale, String department, List<String> teams,
                   List<String> roles) {
    }

    /** Who asks. */
    record Requester(String name, String email, String phone, String locale) {
    }

    /** One thing somebody does with a ticket: says something, moves it, or hands it to somebody. What is absent is null. */
    record Step(String by, String kind, String status, String body, String assign) {
    }

    /** A ticket and its story. */
    record Ticket(String type, String category, String subject, String description, String priority, String channel, Requester requester,
                  Map<String, Object> fields, List<String> consents, List<String> tags, List<Step> steps) {

        Ticket {
            channel = channel == null ? PORTAL : channel;
            fields = fields == null ? Map.of() : fields;
            consents = consents == null ? List.of() : List.copyOf(consents);
            tags = tags == null ? List.of() : List.copyOf(tags);
            steps = steps == null ? List.of() : List.copyOf(steps);
        }
    }

    /** A paper from elsewhere; its days count from today. */
    record Paper(String to, String qualification, String issuer, String document, int issuedDaysAgo, int validForDays) {
    }

    /** A question; what its kind does not have is absent. */
    record Asked(String topic, String kind, int difficulty, Map<String, String> text, List<Map<String, String>> options, List<Integer> correct, Map<String, String> rubric) {
    }

    /** A text or a link to learn from. */
    record Material(String course, Map<String, String> title, Map<String, String> body, String address) {
    }

    /** A course in the plan of this year. */
    record Planned(int month, String course, String goal, String trainer, int places) {
    }

    /** A session in some days, and who has a place. */
    record Held(String course, int inDays, int hour, int hours, String place, String trainer, int places, List<String> enrol) {
    }

    /** Who is being assessed. */
    record Assessed(String of, String qualification) {
    }

    /** What people have learnt and passed. */
    record Training(List<Paper> certificates, List<Asked> questions, List<Material> materials, List<Planned> plan, List<Held> sessions, List<Assessed> assessments) {

        Training {
            certificates = certificates == null ? List.of() : List.copyOf(certificates);
            questions = questions == null ? List.of() : List.copyOf(questions);
            materials = materials == null ? List.of() : List.copyOf(materials);
            plan = plan == null ? List.of() : List.copyOf(plan);
            sessions = sessions == null ? List.of() : List.copyOf(sessions);
            assessments = assessments == null ? List.of() : List.copyOf(assessments);
        }

        /** Logins of who is named. */
        private Stream<String> names() {
            return Stream.of(certificates.stream().map(Paper::to), plan.stream().map(Planned::trainer), sessions.stream().map(Held::trainer), sessions.stream().flatMap(held -> held.enrol().stream()),
                assessments.stream().map(Assessed::of)).flatMap(names -> names);
        }
    }

    /** Who has a shift; days count from tomorrow. */
    record Shift(int inDays, String shift, String post, List<String> who) {
    }

    /** Who is on duty, as somebody has planned it. */
    record Roster(String by, List<Shift> shifts) {

        /** Logins of who is named. */
        private Stream<String> names() {
            return Stream.concat(Stream.of(by), shifts.stream().flatMap(shift -> shift.who().stream()));
        }
    }

    /** What an inspector finds in the tickets of somebody that were drawn, one after the other; a draw may find fewer. */
    record Inspected(String of, List<Seen> seen) {
    }

    /** What he finds in one of them. */
    record Seen(Map<String, Integer> marks, String words) {
    }

    /** The appraisal of somebody, as far as it has come; what has not happened is null. */
    record Appraised(String of, Map<String, BigDecimal> scores, String self, String talk, String appeal, Answered answer, boolean closed) {
    }

    /** What was decided about an appeal; other scores by the key of the indicator, or none. */
    record Answered(String by, String words, Map<String, BigDecimal> scores) {
    }

    /** A reward or a penalty, as far as it has come. */
    record Merited(String to, String rule, String by, String reason, String hearing, List<String> approvedBy) {

        Merited {
            approvedBy = approvedBy == null ? List.of() : List.copyOf(approvedBy);
        }
    }

    /** How the work of this month was found. */
    record Appraisal(String inspector, String sampling, List<Inspected> inspections, String by, String scheme, List<Appraised> appraisals, List<Merited> merits) {

        /** Logins of who is named. */
        private Stream<String> names() {
            return Stream.of(Stream.of(inspector, by), inspections.stream().map(Inspected::of), appraisals.stream().map(Appraised::of),
                appraisals.stream().map(Appraised::answer).filter(Objects::nonNull).map(Answered::by),
                merits.stream().flatMap(merit -> Stream.concat(Stream.of(merit.to(), merit.by()), merit.approvedBy().stream()))).flatMap(names -> names);
        }
    }

    /** What a customer says who was drawn, or what is seen of a team; {@code missed} if he was not reached. */
    record Said(String team, Map<String, Integer> marks, String words, boolean missed) {
    }

    /** What follows from an evaluation; until when, and when its effect is looked at, in days from now. */
    record Action(String cause, String title, String plan, String owner, int days, int checkDays) {
    }

    /** The evaluation of this half-year, as far as it has come. */
    record Quality(String by, String standard, List<Said> letters, List<Said> calls, List<Said> visits, Action action) {

        /** Logins of who is named. */
        private Stream<String> names() {
            return Stream.of(by, action.owner());
        }
    }

    private record AccountFile(List<Account> accounts) {
    }

    private record TicketFile(List<Ticket> tickets) {
    }

    /**
     * Reads the files of a tenant's folder; a file that is not there is empty.
     *
     * @throws LauncherFailure if a file cannot be read, or names somebody who is not there
     */
    static DemoData read(TenantFolder folder) {
        AccountFile accounts = read(folder, ACCOUNTS, AccountFile.class);
        TicketFile tickets = read(folder, TICKETS, TicketFile.class);
        Training training = read(folder, TRAINING, Training.class);
        var data = new DemoData(folder.key(), accounts == null || accounts.accounts() == null ? List.of() : accounts.accounts(),
            tickets == null || tickets.tickets() == null ? List.of() : tickets.tickets(), training, read(folder, ROSTER, Roster.class),
            read(folder, APPRAISAL, Appraisal.class), read(folder, QUALITY, Quality.class));
        data.check();
        return data;
    }

    private static <T> T read(TenantFolder folder, String file, Class<T> type) {
        try {
            String text = Files.readString(folder.directory().resolve(file), StandardCharsets.UTF_8);
            Object plain = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text);
            return new ObjectMapper().convertValue(plain, type);
        } catch (NoSuchFileException absent) {
            return null;
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark().map(mark -> " line " + (mark.getLine() + 1)).orElse("");
            throw failure(folder.key() + ": " + file + line, e.getProblem(), e);
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof JsonMappingException wrong ? failure(folder.key() + ": " + file + entry(wrong), reason(wrong), e)
                : failure(folder.key() + ": " + file, OneLine.reason(e), e);
        } catch (IOException | YamlEngineException e) {
            throw failure(folder.key() + ": " + file, OneLine.reason(e), e);
        }
    }

    /** The way to what does not fit, such as ", accounts 2, login". */
    private static String entry(JsonMappingException wrong) {
        return wrong.getPath().stream().map(step -> step.getFieldName() == null ? " " + (step.getIndex() + 1) : ", " + step.getFieldName())
            .collect(Collectors.joining());
    }

    private static String reason(JsonMappingException wrong) {
        return wrong instanceof UnrecognizedPropertyException ? "there is no such member" : "this does not fit here";
    }

    /** Entries are refused before anything is sent: a name that nobody has is a slip of the pen in the file. */
    private void check() {
        Set<String> logins = new HashSet<>();
        accounts.forEach(account -> {
            if (account.login() == null || account.password() == null || !logins.add(account.login())) {
                throw failure(place(account), "each account needs a login of its own and a password", null);
            }
        });
        if (training != null) {
            known(TRAINING, logins, training.names());
        }
        if (roster != null) {
            known(ROSTER, logins, roster.names());
        }
        if (appraisal != null) {
            known(APPRAISAL, logins, appraisal.names());
        }
        if (quality != null) {
            known(QUALITY, logins, quality.names());
        }
        Set<String> subjects = new HashSet<>();
        for (Ticket ticket : tickets) {
            if (ticket.subject() == null || !subjects.add(ticket.subject())) {
                throw failure(place(ticket), "each ticket needs a subject of its own", null);
            }
            if (ticket.requester() == null || ticket.requester().email() == null) {
                throw failure(place(ticket), "the requester needs a mail address", null);
            }
            for (Step step : ticket.steps()) {
                if (!CUSTOMER.equals(step.by()) && !logins.contains(step.by())) {
                    throw failure(place(ticket, step), "nobody is called \"" + step.by() + "\"", null);
                }
                if (step.assign() != null && !logins.contains(step.assign())) {
                    throw failure(place(ticket, step), "nobody is called \"" + step.assign() + "\"", null);
                }
            }
        }
    }

    private void known(String file, Set<String> logins, Stream<String> names) {
        names.filter(name -> !logins.contains(name)).findFirst().ifPresent(name -> {
            throw failure(tenant + ": " + file, "nobody is called \"" + name + "\"", null);
        });
    }

    /** Where an account stands, for messages. */
    String place(Account account) {
        return tenant + ": " + ACCOUNTS + ", account " + number(accounts, account) + " (" + account.login() + ")";
    }

    /** Where a ticket stands, for messages. */
    String place(Ticket ticket) {
        return tenant + ": " + TICKETS + ", ticket " + number(tickets, ticket) + " (" + ticket.subject() + ")";
    }

    /** Where a step of a ticket stands, for messages. */
    String place(Ticket ticket, Step step) {
        return place(ticket) + ", step " + number(ticket.steps(), step) + " by " + step.by();
    }

    /** Counted from one; entries that say the same are two entries. */
    private static int number(List<?> entries, Object entry) {
        int number = 0;
        while (entries.get(number) != entry) {
            number++;
        }
        return number + 1;
    }

    /** The failure of an entry, in one line. */
    static LauncherFailure failure(String place, String reason, Throwable cause) {
        return new LauncherFailure(ExitCode.APPLICATION, "The demo data cannot be set up. " + place + ": " + reason + ".", cause);
    }

    /** The first account that is shown for a role. */
    String loginOf(String role) {
        return accounts.stream().filter(account -> role.equals(account.role())).map(Account::login).findFirst()
            .orElseThrow(() -> failure(tenant + ": " + ACCOUNTS, "there is no account with the role " + role, null));
    }

    /** What the ready block shows: the accounts by role, then the first requester as the customer, who has no password. */
    List<ReadyFile.Account> shown() {
        var shown = new ArrayList<ReadyFile.Account>();
        accounts.forEach(account -> shown.add(new ReadyFile.Account(account.role(), account.login(), account.password())));
        tickets.stream().findFirst().ifPresent(ticket -> shown.add(new ReadyFile.Account(CUSTOMER, ticket.requester().email(), null)));
        return List.copyOf(shown);
    }
}
