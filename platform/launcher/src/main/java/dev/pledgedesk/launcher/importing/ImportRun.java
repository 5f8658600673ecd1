package dev.pledgedesk.launcher.importing;

import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.ProblemField;
import dev.pledgedesk.launcher.LauncherFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Takes the chosen rows to the desk, a few at a time. A bad row is noted and left out; only what would befall every row ends the run. */
final class ImportRun {

    private static final int STOP_SECONDS = 90;

    private final RowChoice choice;
    private final Mapping mapping;
    private final RowNames names;
    private final TicketIntake intake;
    private final Tally tally;
    private final ErrorList errors;
    private final AtomicReference<RuntimeException> end = new AtomicReference<>();

    /**
     * Prepares a run.
     *
     * @param choice which rows
     */
    ImportRun(RowChoice choice, Mapping mapping, RowNames names, TicketIntake intake, Tally tally, ErrorList errors) {
        this.choice = choice;
        this.mapping = mapping;
        this.names = names;
        this.intake = intake;
        this.tally = tally;
        this.errors = errors;
    }

    /**
     * Takes all rows of a file.
     *
     * @param most requests at the same time
     * @throws LauncherFailure if the desk takes no more; what was filed stays filed
     */
    void take(CsvFile file, int most) throws InterruptedException {
        ExecutorService hands = Executors.newFixedThreadPool(most);
        // Reading must not run far ahead of filing.
        Semaphore room = new Semaphore(2 * most);
        try (CsvRows rows = file.rows()) {
            for (boolean more = true; more && end.get() == null;) {
                more = next(rows, hands, room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (end.get() == null) {
                hands.shutdown();
                hands.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } else {
                hands.shutdownNow();
                hands.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            }
        }
        if (end.get() != null) {
            throw end.get();
        }
    }

    private boolean next(CsvRows rows, ExecutorService hands, Semaphore room) throws InterruptedException {
        try {
            Row row = rows.next();
            if (row == null) {
                return false;
            }
            if (choice.takes(row)) {
                NewTicket ticket = mapping.ticket(row);
                ticket.setExternalId(ticket.getExternalId() == null ? names.next(row)
                    : names.unique(row.line(), mapping.columnOf("externalId"), ticket.getExternalId(), ticket.getExternalId()));
                room.acquire();
                hands.execute(() -> {
                    try {
                        take(row, ticket);
                    } catch (RuntimeException e) {
                        end.compareAndSet(null, e);
                    } finally {
                        room.release();
                    }
                });
            }
        } catch (BadRow e) {
            refuse(e.errors());
        }
        return true;
    }

    private void take(Row row, NewTicket ticket) {
        if (end.get() != null) {
            return;
        }
        TicketIntake.Answer answer = intake.take(ticket);
        if (answer.outcome() != TicketIntake.Outcome.REFUSED) {
            tally.count(answer.outcome());
            return;
        }
        List<ProblemField> fields = answer.refusal().fields();
        refuse(fields.isEmpty() ? List.of(new RowError(row.line(), "", answer.refusal().text()))
            : fields.stream().map(f -> error(row, f)).toList());
    }

    private RowError error(Row row, ProblemField field) {
        String member = field.getPointer().substring(1).replace('/', '.');
        String column = mapping.columnOf(member);
        return new RowError(row.line(), column, column.isEmpty() ? member + ": " + field.getMessage() : field.getMessage());
    }

    private void refuse(List<RowError> found) {
        errors.add(found);
        tally.count(TicketIntake.Outcome.REFUSED);
    }
}
