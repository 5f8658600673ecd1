package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.tenancy.DatabaseState;
import dev.pledgedesk.tenancy.DatabaseState.Ability;
import dev.pledgedesk.tenancy.TenantScope;
import dev.pledgedesk.tenancy.entity.DatabaseProbe;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at the database every second: whether it answers, and every few seconds, or while something is wrong, whether it keeps what it is given. A look
 * that hangs for three seconds is an answer too. Where the database is our own, the room on its disk is looked at as well: PostgreSQL whose journal
 * finds no room stops altogether, so changes are refused while there is still some.
 */
@ApplicationScoped
public class DatabaseWatch {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final int LONGEST_LOOK = 3;
    private static final int LOOKS_BETWEEN_WRITES = 5;

    @Inject
    DatabaseProbe probe;

    @Inject
    DatabaseState state;

    @Inject
    SchemaQuestion schema;

    @Inject
    TenantScope scope;

    /** Where our own PostgreSQL keeps its data; absent with an external one. */
    @Inject
    @ConfigProperty(name = "pledgedesk.database.directory")
    Optional<String> directory;

    /** Room that must be left there for changes to be taken, in bytes. */
    @Inject
    @ConfigProperty(name = "pledgedesk.database.least-room", defaultValue = "67108864")
    long leastRoom;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean looking = new AtomicBoolean();
    private ScheduledFuture<?> ticks;
    private int ticksOfThisLook;
    private int looks;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        ticks = timer.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    private void tick() {
        if (looking.compareAndSet(false, true)) {
            ticksOfThisLook = 0;
            executor.execute(this::look);
        } else if (++ticksOfThisLook >= LONGEST_LOOK) {
            tell(Ability.NOTHING);
        }
    }

    private void look() {
        try {
            tell(ability());
            if (state.canRead() && !state.isSchemaRight()) {
                scope.platform(() -> {
                    schema.ask();
                    return null;
                });
                state.schemaIsRight();
            }
        } catch (RuntimeException wrong) {
            LOG.log(Level.WARNING, "the database could not be looked at", wrong);
        } finally {
            looking.set(false);
        }
    }

    private Ability ability() {
        if (!probe.answers()) {
            return Ability.NOTHING;
        }
        boolean due = looks++ % LOOKS_BETWEEN_WRITES == 0 || !state.canWrite();
        return hasRoom() && (!due || keeps()) ? Ability.WRITE : Ability.READ;
    }

    /** One refusal may be a disk that stood still for a moment, or a connection that was cut. */
    private boolean keeps() {
        return probe.writes() || probe.answers() && probe.writes();
    }

    private boolean hasRoom() {
        try {
            return directory.isEmpty() || Files.getFileStore(Path.of(directory.get())).getUsableSpace() >= leastRoom;
        } catch (IOException unknown) {
            LOG.log(Level.FINE, "free room is not known", unknown);
            return true;
        }
    }

    private void tell(Ability now) {
        Ability before = state.seen(now);
        if (before != now) {
            if (before == Ability.NOTHING) {
                probe.distrustPool();
            }
            LOG.log(now == Ability.WRITE ? Level.INFO : Level.WARNING, () -> switch (now) {
                case NOTHING -> "the database does not answer; requests are refused until it does";
                case READ -> "the database cannot keep anything (disk full or read-only); changes are refused until it can";
                case WRITE -> "the database works";
            });
        }
    }
}
