package dev.pledgedesk.training.control;

import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.TrainingSection.Programme;
import dev.pledgedesk.training.TaskView;
import dev.pledgedesk.training.entity.TrainingTask;
import dev.pledgedesk.training.entity.TrainingTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people are to take part in because of their roles: made from programmes and the day on which they came, done by attending. */
@ApplicationScoped
@Transactional
public class TaskTransactions {

    private static final int MOST_LATE = 500;

    @Inject
    TrainingTasks tasks;

    @Inject
    TrainingNotices notices;

    @Inject
    TrainingWords words;

    @Inject
    Staff staff;

    @Inject
    DeskClock clock;

    /** Makes those of every programme that are not there yet; who gets a new one is told. */
    public void make() {
        LocalDate today = today();
        for (Programme programme : words.training().programmes()) {
            List<StaffView> members = staff.inRoles(programme.roles());
            Map<UUID, Instant> since = staff.since(members.stream().map(StaffView::id).toList());
            Set<List<Object>> there = tasks.of(programme.key()).stream().map(t -> List.<Object>of(t.staffId(), t.course(), t.turn())).collect(Collectors.toSet());
            members.forEach(member -> make(programme, member, since.get(member.id()).atZone(words.zone()).toLocalDate(), today, there));
        }
    }

    private void make(Programme programme, StaffView member, LocalDate came, LocalDate today, Set<List<Object>> there) {
        LocalDate turn = turn(programme, came, today);
        if (turn == null) {
            return;
        }
        LocalDate due = turn.plusDays(programme.within());
        List<String> fresh = programme.courses().stream().filter(course -> !there.contains(List.<Object>of(member.id(), course, turn))).toList();
        fresh.forEach(course -> tasks.add(new TrainingTask(Ids.next(), member.id(), programme.key(), course, turn, due)));
        if (!fresh.isEmpty()) {
            notices.tell(member.id(), "programme-begun", member.id(), programme.name(), due.atStartOfDay(words.zone()).toInstant());
        }
    }

    /** When the turn began that runs today; null if the first one has not begun. A programme that comes once has one turn, from the day on which somebody came. */
    static LocalDate turn(Programme programme, LocalDate came, LocalDate today) {
        if (programme.everyMonths() == null) {
            return came;
        }
        long months = ChronoUnit.MONTHS.between(came, today);
        long turns = months / programme.everyMonths();
        return turns < 1 ? null : came.plusMonths(turns * programme.everyMonths());
    }

    /** Somebody has taken part in a course: what asked for it is done. */
    void done(UUID member, String course, Instant now) {
        tasks.open(member).stream().filter(t -> t.course().equals(course)).forEach(t -> t.done(now));
    }

    public List<TaskView> open(UUID member) {
        return tasks.open(member).stream().map(this::view).toList();
    }

    public List<TaskView> late() {
        return tasks.late(today(), MOST_LATE).stream().map(this::view).toList();
    }

    private LocalDate today() {
        return clock.now().atZone(words.zone()).toLocalDate();
    }

    private TaskView view(TrainingTask t) {
        return new TaskView(t.id(), t.staffId(), t.programme(), words.training().programmes().stream().filter(p -> p.key().equals(t.programme())).map(Programme::name).findFirst()
                .orElse(LocalizedText.same(t.programme())), t.course(), words.course(t.course()), t.turn(), t.dueOn(), t.doneAt());
    }
}
