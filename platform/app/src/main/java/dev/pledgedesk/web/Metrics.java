package dev.pledgedesk.web;

import dev.pledgedesk.eventing.BackgroundWork;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.tenancy.DatabaseState;
import dev.pledgedesk.tenancy.DatabaseUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an operator watches, as text for Prometheus. Names of operations and kinds of work only: no tenant, no person, no id. */
@ApplicationScoped
public class Metrics {

    private static final Logger LOG = Logger.getLogger(Metrics.class.getName());
    /** Operations by which somebody proves who he is: that of the API, and the pages', by the end of their names. */
    private static final Set<String> SIGN_INS = Set.of("createToken", "SignInPages.enter", "SignInPages.enterCode", "SignInPages.check",
            "SignInPages.arrive");
    private static final int CLIENT_ERROR = 4;

    @Inject
    RequestMetrics requests;

    @Inject
    BackgroundWork work;

    @Inject
    DatabaseState database;

    @Inject
    DatabaseUse use;

    @Inject
    DeskClock clock;

    /** Everything, now. */
    public String text() {
        var text = new StringBuilder(16_000);
        requests(text);
        database(text);
        work(text);
        machine(text);
        return text.toString();
    }

    private void requests(StringBuilder text) {
        family(text, "pledgedesk_request_seconds", "histogram", "Requests by operation and class of status.");
        long failed = 0;
        for (var entry : requests.all().entrySet()) {
            var series = entry.getValue();
            String labels = "operation=\"" + entry.getKey().operation() + "\",status=\"" + entry.getKey().statusClass() + "xx\"";
            for (int i = 0; i < RequestMetrics.BOUNDS.length; i++) {
                line(text, "pledgedesk_request_seconds_bucket", labels + ",le=\"" + RequestMetrics.BOUNDS[i] + "\"", series.atMost(i));
            }
            line(text, "pledgedesk_request_seconds_bucket", labels + ",le=\"+Inf\"", series.count());
            line(text, "pledgedesk_request_seconds_sum", labels, series.seconds());
            line(text, "pledgedesk_request_seconds_count", labels, series.count());
            if (isSignIn(entry.getKey().operation()) && entry.getKey().statusClass() == CLIENT_ERROR) {
                failed += series.count();
            }
        }
        single(text, "pledgedesk_sign_in_failures_total", "counter", "Refused attempts to sign in.", failed);
    }

    private static boolean isSignIn(String operation) {
        return SIGN_INS.stream().anyMatch(operation::endsWith);
    }

    private void database(StringBuilder text) {
        single(text, "pledgedesk_database_answers", "gauge", "1 while the database answers.", database.canRead() ? 1 : 0);
        single(text, "pledgedesk_database_writes", "gauge", "1 while the database keeps what it is given.", database.canWrite() ? 1 : 0);
        single(text, "pledgedesk_database_connections_open", "gauge", "Connections of this node.", use.open());
        single(text, "pledgedesk_database_connections_used", "gauge", "Connections in a transaction now.", use.inUse());
        single(text, "pledgedesk_database_connections_most", "gauge", "Most connections of this node's pool.", DatabaseUse.MOST);
    }

    private void work(StringBuilder text) {
        if (!database.canRead()) {
            return;
        }
        try {
            var backlog = work.backlog();
            family(text, "pledgedesk_work_due", "gauge", "Pieces of background work that are due, of all nodes: event/ is the outbox, journal-seal the journal, mail the mail.");
            backlog.forEach(kind -> line(text, "pledgedesk_work_due", "kind=\"" + kind.kind() + "\"", kind.due()));
            family(text, "pledgedesk_work_lag_seconds", "gauge", "For how long the oldest of them has been due.");
            backlog.forEach(kind -> line(text, "pledgedesk_work_lag_seconds", "kind=\"" + kind.kind() + "\"",
                    kind.oldest() == null ? 0 : Math.max(0, Duration.between(kind.oldest(), clock.now()).toMillis() / 1000.0)));
        } catch (RuntimeException away) {
            LOG.log(Level.FINE, "the backlog cannot be counted now", away);
        }
    }

    private static void machine(StringBuilder text) {
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        single(text, "jvm_memory_heap_used_bytes", "gauge", "Heap in use.", memory.getUsed());
        single(text, "jvm_memory_heap_max_bytes", "gauge", "Most heap.", memory.getMax());
        single(text, "jvm_threads", "gauge", "Threads.", ManagementFactory.getThreadMXBean().getThreadCount());
        single(text, "jvm_gc_seconds_total", "counter", "Time spent collecting garbage.",
                ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum() / 1000.0);
        single(text, "jvm_uptime_seconds", "gauge", "Since the start.", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        single(text, "system_load_1m", "gauge", "Load of the machine over a minute.", system.getSystemLoadAverage());
    }

    private static void single(StringBuilder text, String name, String type, String help, double value) {
        family(text, name, type, help);
        line(text, name, "", value);
    }

    private static void family(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.6f", value)).append('\n');
    }
}
