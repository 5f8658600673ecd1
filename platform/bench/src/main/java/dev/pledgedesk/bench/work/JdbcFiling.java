package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.data.Words;
import dev.pledgedesk.bench.desk.DeskDatabase;
import dev.pledgedesk.bench.load.Client;
import dev.pledgedesk.bench.load.Work;
import dev.pledgedesk.bench.work.Statements.Json;
import dev.pledgedesk.database.Roles;
import dev.pledgedesk.ticket.control.SearchText;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The control of filing a ticket: the statements that the product sends for it, in the same transactions, as the same role, without the product. They were
 * taken from the database's log; a profile of {@code ticket.create} prints those of today. The control writes into a tenant of its own, and what it asks
 * for later is due in a year, so that the product's workers leave it alone.
 */
public final class JdbcFiling implements Work {

    private static final int REGULARS = 20;
    private static final int SEAL_BYTES = 29;
    /** The product does background work in batches; under load of 16 clients they are about so long. */
    private static final int BATCH = 20;
    private static final String LIVE = "control-live";
    private static final String MAIL = "control-mail";
    private static final String SEND = "control-send";
    private static final String SEAL = "control-seal";
    private static final String CUSTOMER = "select tenant_id, id, anonymous, created_at, email, email_index, locale, name, phone, phone_index, verified_at, version from customer";
    private static final String EVENT = "tenant_id, id, actor, occurred_at, payload, subject_id, type";
    private static final String DUE = "insert into due_work (kind, tenant_id, id, due_at) select kind, ?, ?, ? from unnest(string_to_array(?, ' ')) kind"
        + " on conflict (kind, tenant_id, id) do nothing";

    private final DeskDatabase database;
    private final boolean background;
    /** Not from 0: in one run there are several of this kind of work, whose seals must not have the same numbers. */
    private final AtomicLong chain = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final UUID tenant;

    /**
     * Such work.
     *
     * @param background whether the statements of the background work that a ticket causes are run, too: telling open pages, the mail, the seal
     */
    public JdbcFiling(DeskDatabase database, boolean background) throws SQLException {
        this.database = database;
        this.background = background;
        this.tenant = database.tenants().get(Population.CONTROL);
    }

    @Override
    public String name() {
        return background ? "control.jdbc-create" : "control.jdbc-create-request";
    }

    @Override
    public void tidy() throws SQLException {
        database.run(Roles.OWNER, "delete from due_work where tenant_id = '" + tenant + "'");
    }

    @Override
    public Client client(int number) throws SQLException {
        return new Filer(new Statements(database.connect(Roles.APP), tenant), number);
    }

    private final class Filer implements Client {

        private final Statements statements;
        private final SplittableRandom random;
        private final List<byte[]> regulars = new ArrayList<>();
        private final List<Filed> waiting = new ArrayList<>();

        private Filer(Statements statements, int number) throws SQLException {
            this.statements = statements;
            this.random = new SplittableRandom(System.nanoTime() + number);
            statements.begin();
            for (int i = 0; i < REGULARS; i++) {
                regulars.add(addCustomer(now()));
            }
            statements.run("insert into journal_chain (tenant_id, number, hash) values (?, 0, '\\x00') on conflict do nothing", tenant);
            statements.commit();
        }

        @Override
        public void once() throws SQLException {
            Filed filed = file();
            if (background) {
                waiting.add(filed);
                if (waiting.size() == BATCH) {
                    tellPages();
                    write();
                    send();
                    seal();
                    waiting.clear();
                }
            }
        }

        private Filed file() throws SQLException {
            boolean chinese = random.nextInt(5) < 3;
            String subject = Words.subject(chinese, random);
            String body = Words.question(chinese, subject, random);
            Timestamp now = now();
            statements.begin();
            byte[] contact = random.nextInt(Filing.NEW_CUSTOMER) == 0 ? addCustomer(now) : regulars.get(random.nextInt(REGULARS));
            UUID customer = (UUID) statements.run(CUSTOMER.replace("select tenant_id, id", "select id, tenant_id") + " where tenant_id = ? and email_index = ?", tenant, contact);
            String number = "CONTROL-" + statements.run("select next_ticket_number()");
            UUID ticket = id();
            statements.run("insert into ticket (tenant_id, id, assignee_id, category, channel, config_version, created_at, department, emptied_at, external_id, fields, merged_into, number,"
                    + " priority, requester_id, status, status_category, subject, tag_list, tags, team, type, updated_at, version)"
                    + " values (?, ?, null, ?, ?, ?, ?, ?, null, null, ?, null, ?, ?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?)", tenant, ticket, "fault", "phone", 1, now, "technical",
                sealed("{\"model\":\"AC-1\",\"faultCode\":\"E04\",\"frequency\":\"always\",\"address\":\"湖滨路 1 号\"}"), number, "normal", customer, "new", "new",
                sealed(subject), new Json("[]"), "repair", "fault-report", now, 1L);
            UUID message = id();
            statements.run("insert into message (tenant_id, id, author_id, author_kind, body, channel, created_at, kind, ticket_id)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)", tenant, message, customer, "customer", sealed(body), "phone", now, "public-reply", ticket);
            statements.run("insert into search_document (tenant_id, id, ticket_id, requester_id, internal, tokens) values (?, ?, ?, ?, ?, cast(? as tsvector))",
                tenant, message, ticket, customer, false, SearchText.document(JdbcFiling::token, subject, number, body));
            UUID entry = id();
            statements.run("insert into journal_entry (tenant_id, id, action, actor, after, at, before, reason, request_id, subject_id, subject_type)"
                    + " values (?, ?, ?, ?, ?, ?, null, null, ?, ?, ?)", tenant, entry, "ticket.created", "staff/" + customer,
                new Json("{\"number\":\"" + number + "\",\"type\":\"fault-report\",\"channel\":\"phone\"}"), now, entry.toString(), ticket.toString(), "ticket");
            statements.run(DUE, tenant, entry, later(), SEAL);
            UUID event = id();
            statements.run("insert into outbox_event (tenant_id, id, actor, occurred_at, payload, subject_id, type) values (?, ?, ?, ?, ?, ?, ?)", tenant, event,
                "staff/" + customer, now, new Json("{\"ticketId\":\"" + ticket + "\",\"number\":\"" + number + "\",\"ticketType\":\"fault-report\"}"), ticket,
                "ticket.created");
            statements.run(DUE, tenant, event, later(), LIVE + " " + MAIL);
            statements.commit();
            return new Filed(ticket, customer, entry, event, id());
        }

        /** A worker takes a batch in one transaction and does it in a second one, which begins by removing it. */
        private void begin(String kind, Function<Filed, UUID> ids) throws SQLException {
            String all = array(ids);
            statements.begin();
            statements.run("update due_work set leased_until = ?, attempts = attempts + 1 where kind = ? and tenant_id = ? and id = any(cast(? as uuid[])) returning tenant_id, id, attempts",
                later(), kind, tenant, all);
            statements.commit();
            statements.begin();
            statements.run("delete from due_work where kind = ? and tenant_id = ? and id = any(cast(? as uuid[])) returning id", kind, tenant, all);
        }

        private String array(Function<Filed, UUID> ids) {
            return waiting.stream().map(ids).map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        }

        private void read(String columns, String table, Function<Filed, UUID> ids) throws SQLException {
            statements.run("select " + columns + " from " + table + " where tenant_id = ? and id in (?" + ", ?".repeat(waiting.size() - 1) + ")",
                Stream.concat(Stream.of(tenant), waiting.stream().map(ids)).toArray());
        }

        private void tellPages() throws SQLException {
            begin(LIVE, Filed::event);
            read(EVENT, "outbox_event", Filed::event);
            statements.run("select cast(pg_notify('control', p) as text) from unnest(string_to_array(?, chr(10))) p",
                waiting.stream().map(f -> tenant + " ticket.created " + f.ticket()).collect(Collectors.joining("\n")));
            statements.commit();
        }

        /** The mails to the customers, written by the event's subscriber. */
        private void write() throws SQLException {
            begin(MAIL, Filed::event);
            read(EVENT, "outbox_event", Filed::event);
            for (Filed filed : waiting) {
                statements.run("select tenant_id, id, assignee_id, category, channel, config_version, created_at, department, emptied_at, external_id, fields, merged_into, number, priority,"
                    + " requester_id, status, status_category, subject, tag_list, tags, team, type, updated_at, version from ticket where tenant_id = ? and id = ?", tenant, filed.ticket());
                statements.run(CUSTOMER + " where tenant_id = ? and id = ?", tenant, filed.customer());
                statements.run("insert into access_link (tenant_id, id, customer_id, expires_at, revoked_at, ticket_id, token_hash, version) values (?, ?, ?, ?, null, ?, ?, ?)",
                    tenant, id(), filed.customer(), later(), filed.ticket(), hash(), 1L);
                statements.run("insert into outgoing_mail (tenant_id, id, attempts, body, created_at, last_error, person_id, recipient, sent_at, state, subject, version)"
                    + " values (?, ?, ?, ?, ?, null, ?, ?, null, ?, ?, ?)", tenant, filed.mail(), 0, sealed("x".repeat(500)), now(), filed.customer(),
                    sealed("someone@example.com"), "queued", sealed("CONTROL"), 1L);
                statements.run(DUE, tenant, filed.mail(), later(), SEND);
            }
            statements.commit();
        }

        /** No mail server is set up: the mailer keeps them. */
        private void send() throws SQLException {
            begin(SEND, Filed::mail);
            read("tenant_id, id, attempts, body, created_at, last_error, person_id, recipient, sent_at, state, subject, version", "outgoing_mail", Filed::mail);
            for (Filed filed : waiting) {
                statements.run("update outgoing_mail set attempts = ?, state = ?, version = ? where tenant_id = ? and id = ? and version = ?", 1, "kept", 2L, tenant, filed.mail(), 1L);
            }
            statements.commit();
        }

        private void seal() throws SQLException {
            begin(SEAL, Filed::entry);
            statements.run("select tenant_id, hash, number from journal_chain where tenant_id = ? for update", tenant);
            read("tenant_id, id, action, actor, after, at, before, reason, request_id, subject_id, subject_type", "journal_entry", Filed::entry);
            long first = chain.getAndAdd(waiting.size());
            statements.run("update journal_chain set number = ?, hash = ? where tenant_id = ?", first + waiting.size(), hash(), tenant);
            for (Filed filed : waiting) {
                statements.run("insert into journal_seal (number, tenant_id, entry_id, hash) values (?, ?, ?, ?)", ++first, tenant, filed.entry(), hash());
            }
            statements.commit();
        }

        private byte[] addCustomer(Timestamp now) throws SQLException {
            byte[] contact = new byte[16];
            random.nextBytes(contact);
            UUID customer = id();
            byte[] wrapped = new byte[65];
            random.nextBytes(wrapped);
            statements.run("insert into desk_keys.person_key (tenant_id, person_id, wrapped, created_at) values (?, ?, ?, ?) on conflict (tenant_id, person_id) do nothing", tenant, customer,
                wrapped, now);
            statements.run("insert into customer (tenant_id, id, created_at, email, email_index, locale, name, name_tokens, phone, phone_index, verified_at, version)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, null, null, null, ?)", tenant, customer, now, sealed("someone@example.com"), contact, "zh-CN", sealed("客户"), new Json("[\"abcdefgh\"]"), 1L);
            return contact;
        }

        private byte[] hash() {
            byte[] hash = new byte[32];
            random.nextBytes(hash);
            return hash;
        }

        private UUID id() {
            long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(1 << 12);
            return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
        }

        @Override
        public void close() throws SQLException {
            statements.close();
        }
    }

    private record Filed(UUID ticket, UUID customer, UUID entry, UUID event, UUID mail) {
    }

    /** As long as a sealed value, and as hard to compress. */
    private static byte[] sealed(String text) {
        byte[] sealed = new byte[text.getBytes(StandardCharsets.UTF_8).length + SEAL_BYTES];
        new SplittableRandom(text.hashCode()).nextBytes(sealed);
        sealed[0] = 1;
        return sealed;
    }

    /** As long as a search token. */
    private static String token(String word) {
        return String.format("%08x", word.hashCode());
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    private static Timestamp later() {
        return Timestamp.from(Instant.now().plus(365, ChronoUnit.DAYS));
    }
}
