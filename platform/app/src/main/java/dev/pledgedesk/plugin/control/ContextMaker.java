package dev.pledgedesk.plugin.control;

import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.TenantId;
import dev.pledgedesk.outbound.OutboundAnswer;
import dev.pledgedesk.outbound.OutboundFailure;
import dev.pledgedesk.outbound.MailGate;
import dev.pledgedesk.outbound.OutboundGate;
import dev.pledgedesk.outbound.OutboundRequest;
import dev.pledgedesk.plugin.DeskSource;
import dev.pledgedesk.plugin.Visible;
import dev.pledgedesk.sdk.Desk;
import dev.pledgedesk.sdk.Http;
import dev.pledgedesk.sdk.Mail;
import dev.pledgedesk.sdk.MessageSnapshot;
import dev.pledgedesk.sdk.Store;
import dev.pledgedesk.sdk.TicketSnapshot;
import dev.pledgedesk.sdkloader.PluginManifest;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.TenantSecrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Makes what instances of plugins may use. Plugins call it by their own threads, of which the server knows nothing; the work behind it is done as the application. */
@ApplicationScoped
public class ContextMaker {

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_LISTED = 500;
    private static final int MOST_MESSAGES = 100;
    private static final Pattern KEY = Pattern.compile("[!-~]{0," + StoreTransactions.LONGEST_KEY + "}");
    private static final Logger LOG = Logger.getLogger(ContextMaker.class.getName());
    private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "transfer-encoding", "connection", "upgrade");

    @Resource
    private ContextService contexts;

    @Inject
    TenantScope scope;

    @Inject
    OutboundGate gate;

    @Inject
    MailGate mail;

    @Inject
    StoreTransactions store;

    @Inject
    Instance<DeskSource> desk;

    @Inject
    TenantSecrets secrets;

    @Inject
    DeskClock clock;

    private Executor application;

    /** Who an instance belongs to. */
    record Owner(TenantId tenant, String tenantKey, ZoneId zone, UUID store) {
    }

    @PostConstruct
    void open() {
        application = contexts.createContextualProxy((Executor) Runnable::run, Executor.class);
    }

    /** Where a tenant's secrets are looked for while its settings are read, which a plugin's thread does. */
    Function<String, Optional<String>> secrets(String tenantKey) {
        return name -> atOnce(() -> secrets.find(tenantKey, name));
    }

    private Instant now() {
        return atOnce(clock::now);
    }

    private <R> R atOnce(Callable<R> work) {
        try {
            return asApplication(work);
        } catch (IOException impossible) {
            throw new IllegalStateException("it cannot be done now");
        }
    }

    /** What an instance may see. */
    Visible visible(PluginManifest manifest, UUID storeId) {
        return new Visible() {
            @Override
            public boolean texts() {
                return manifest.seesText();
            }

            @Override
            public String handle(UUID ticket) {
                return store.handle(storeId, ticket);
            }
        };
    }

    /**
     * What an instance may use.
     *
     * @param hosts of addresses in its settings
     */
    TenantContextOfPlugin make(PluginManifest manifest, Owner owner, Set<String> hosts, Visible visible) {
        Set<String> allowed = allowed(manifest, hosts);
        return new TenantContextOfPlugin(this::now, owner.zone(), new PluginLog(manifest.id(), owner.tenantKey(), this::now), call -> send(manifest.id(), allowed, call), new TenantMail(manifest.id(), allowed), new TenantStore(owner),
                new TenantDesk(owner, visible));
    }

    /** What an instance may use that is tried out before any tenant has it: calls to other servers, an empty desk, and nothing that stays. */
    TenantContextOfPlugin trial(PluginManifest manifest, ZoneId zone, Set<String> hosts) {
        Set<String> allowed = allowed(manifest, hosts);
        return new TenantContextOfPlugin(this::now, zone, new PluginLog(manifest.id(), "(trial)", this::now), call -> send(manifest.id(), allowed, call), new TenantMail(manifest.id(), allowed), new NoStore(), new NoDesk());
    }

    private static Set<String> allowed(PluginManifest manifest, Set<String> ofSettings) {
        Set<String> allowed = new HashSet<>(manifest.hosts());
        if (manifest.hostsFromSettings()) {
            allowed.addAll(ofSettings);
        }
        return Set.copyOf(allowed);
    }

    private static void requireHost(String plugin, Set<String> hosts, URI address) throws IOException {
        String host = address.getHost();
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new IOException("the plugin " + plugin + " may not call " + host + ": it is none of the hosts that its manifest names");
        }
    }

    private Http.Reply send(String plugin, Set<String> hosts, Http.Call call) throws IOException {
        requireHost(plugin, hosts, call.address());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Http.Header header : call.headers()) {
            if (OWN_HEADERS.contains(header.name().toLowerCase(Locale.ROOT)) || header.name().isBlank() || (header.name() + header.value()).matches("(?s).*[\\r\\n\\x00].*")) {
                throw new IOException("the header " + header.name() + " cannot be set");
            }
            headers.put(header.name(), header.value());
        }
        if (!call.method().matches("[A-Z]{1,20}")) {
            throw new IOException("no method of HTTP: " + call.method());
        }
        OutboundAnswer answer = asApplication(() -> gate.send(new OutboundRequest(call.method(), call.address(), headers, call.body().length == 0 ? null : call.body(), MOST_BYTES)));
        return new Http.Reply(answer.status(), answer.contentType() == null ? "" : answer.contentType(), answer.body());
    }

    /** Does something as the application. Exceptions of the application's own classes are none of the plugin's business: it gets one of the JDK's, with what it needs to know. */
    private <R> R asApplication(Callable<R> work) throws IOException {
        Result<R> result = new Result<>();
        application.execute(() -> {
            try {
                result.value = work.call();
            } catch (Throwable thrown) {
                result.thrown = thrown;
            }
        });
        if (result.thrown instanceof OutboundFailure failure) {
            throw new IOException(failure.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (result.thrown instanceof Mail.Refused refused) {
            throw refused;
        }
        if (result.thrown instanceof IOException failed) {
            throw new IOException(failed.getMessage());
        }
        if (result.thrown instanceof StoreTransactions.StoreFull full) {
            throw new IllegalStateException(full.getMessage());
        }
        if (result.thrown != null) {
            LOG.log(Level.WARNING, "something that a plugin has asked for cannot be done", result.thrown);
            throw new IllegalStateException("it cannot be done now");
        }
        return result.value;
    }

    private <R> R inTenant(TenantId tenant, Supplier<R> work) {
        return atOnce(() -> scope.call(tenant, work));
    }

    private static final class Result<R> {

        private R value;
        private Throwable thrown;
    }

    private static void require(boolean fits, String what) {
        if (!fits) {
            throw new IllegalArgumentException(what);
        }
    }

    private final class TenantMail implements Mail {

        private final String plugin;
        private final Set<String> hosts;

        private TenantMail(String plugin, Set<String> hosts) {
            this.plugin = plugin;
            this.hosts = hosts;
        }

        @Override
        public void send(Account account, Letter letter) throws IOException {
            requireHost(plugin, hosts, account.server());
            asApplication(() -> {
                mail.send(account, letter);
                return true;
            });
        }

        @Override
        public Look look(Account account, String folder, String cursor, int most) throws IOException {
            requireHost(plugin, hosts, account.server());
            return asApplication(() -> mail.look(account, folder, cursor, most));
        }

        @Override
        public void check(Account account) throws IOException {
            requireHost(plugin, hosts, account.server());
            asApplication(() -> {
                mail.check(account);
                return true;
            });
        }
    }

    private static final class NoStore implements Store {

        @Override
        public Optional<Entry> get(String key) {
            return Optional.empty();
        }

        @Override
        public List<Entry> list(String prefix, String after, int most) {
            return List.of();
        }

        @Override
        public boolean put(String key, String value, long expected) {
            throw new IllegalStateException("nothing is kept while settings are tried out");
        }

        @Override
        public boolean remove(String key, long expected) {
            return false;
        }
    }

    private static final class NoDesk implements Desk {

        @Override
        public Optional<TicketSnapshot> ticket(String handle) {
            return Optional.empty();
        }

        @Override
        public List<MessageSnapshot> messages(String handle, int most) {
            return List.of();
        }
    }

    private final class TenantStore implements Store {

        private final Owner owner;

        private TenantStore(Owner owner) {
            this.owner = owner;
        }

        @Override
        public Optional<Entry> get(String key) {
            requireKey(key);
            return inTenant(owner.tenant(), () -> store.get(owner.store(), key));
        }

        @Override
        public List<Entry> list(String prefix, String after, int most) {
            require(most >= 1 && most <= MOST_LISTED, "at most " + MOST_LISTED + " entries are listed at a time");
            require(KEY.matcher(prefix).matches() && KEY.matcher(after).matches(), "what keys begin with, or come after, is made of the same characters as keys");
            return inTenant(owner.tenant(), () -> store.list(owner.store(), prefix, after, most));
        }

        @Override
        public boolean put(String key, String value, long expected) {
            requireKey(key);
            require(value.length() <= StoreTransactions.LONGEST_VALUE, "a value has at most " + StoreTransactions.LONGEST_VALUE + " characters");
            require(value.indexOf('\0') < 0, "a value holds no character 0");
            return inTenant(owner.tenant(), () -> store.put(owner.store(), key, value, expected));
        }

        @Override
        public boolean remove(String key, long expected) {
            requireKey(key);
            return inTenant(owner.tenant(), () -> store.remove(owner.store(), key, expected));
        }

        private static void requireKey(String key) {
            require(!key.isEmpty() && KEY.matcher(key).matches(), "a key has 1 to " + StoreTransactions.LONGEST_KEY
                    + " characters of ASCII, and no blanks");
        }
    }

    private final class TenantDesk implements Desk {

        private final Owner owner;
        private final Visible visible;

        private TenantDesk(Owner owner, Visible visible) {
            this.owner = owner;
            this.visible = visible;
        }

        @Override
        public Optional<TicketSnapshot> ticket(String handle) {
            return inTenant(owner.tenant(), () -> store.ticket(owner.store(), handle).flatMap(id -> desk.get().ticket(id, visible)));
        }

        @Override
        public List<MessageSnapshot> messages(String handle, int most) {
            require(most >= 1 && most <= MOST_MESSAGES, "at most " + MOST_MESSAGES + " messages are read at a time");
            return !visible.texts() ? List.of() : inTenant(owner.tenant(), () -> store.ticket(owner.store(), handle).map(id -> desk.get().messages(id, most)).orElse(List.of()));
        }
    }
}
