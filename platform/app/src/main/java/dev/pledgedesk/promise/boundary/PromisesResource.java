package dev.pledgedesk.promise.boundary;

import dev.pledgedesk.api.PromisesApi;
import dev.pledgedesk.api.model.Clock;
import dev.pledgedesk.api.model.ClockList;
import dev.pledgedesk.api.model.ClockMetric;
import dev.pledgedesk.api.model.Notice;
import dev.pledgedesk.api.model.NoticePage;
import dev.pledgedesk.api.model.NewPromiseTrial;
import dev.pledgedesk.api.model.PromiseTrial;
import dev.pledgedesk.api.model.PromiseTrialLine;
import dev.pledgedesk.api.model.PromiseTrialTicket;
import dev.pledgedesk.api.model.QuietHours;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.BeginsLater;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.notification.Notices;
import dev.pledgedesk.promise.ClockAnswers;
import dev.pledgedesk.promise.Promises;
import dev.pledgedesk.promise.TimeMachine;
import dev.pledgedesk.rest.Paging;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.TenantDesk;
import dev.pledgedesk.tenancy.TenantScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Promises, and what staff are told of them, over REST. */
@RequestScoped
public class PromisesResource implements PromisesApi {

    @Inject
    Promises promises;

    @Inject
    ClockAnswers clocks;

    @Inject
    TimeMachine machine;

    @Inject
    TenantDesk tenants;

    @Inject
    TenantScope scope;

    @Inject
    Notices notices;

    @Inject
    Staff staff;

    @Inject
    RequestLanguage language;

    @Inject
    Paging paging;

    @Override
    @Allowed(Permission.TICKET_READ)
    public ClockList listTicketClocks(UUID ticketId) {
        return clocks.list(promises.of(ticketId));
    }

    @Override
    @Allowed(Permission.PRIVACY_READ)
    public ClockList listDataRequestClocks(UUID requestId) {
        return clocks.list(promises.ofDataRequest(requestId));
    }

    @Override
    @Allowed(Permission.TICKET_REPLY)
    public Clock keepPromise(UUID ticketId, UUID clockId, String idempotencyKey) {
        return clocks.answer(promises.kept(ticketId, clockId));
    }

    @Override
    @Self
    public NoticePage listNotices(Boolean unread, Integer pageSize, String pageAfter) {
        Page<Notices.Notice> page = notices.page(Boolean.TRUE.equals(unread), PageRequest.of(pageSize, pageAfter));
        return new NoticePage().items(page.items().stream().map(PromisesResource::notice).toList()).meta(paging.meta(page)).links(paging.links(page));
    }

    @Override
    @Self
    public Notice readNotice(UUID noticeId, String idempotencyKey) {
        return notice(notices.read(noticeId));
    }

    @Override
    @Self
    public void readAllNotices(String idempotencyKey) {
        notices.readAll();
    }

    @Override
    @Self
    public QuietHours getQuietHours() {
        return hours(staff.quietHours());
    }

    @Override
    @Self
    public QuietHours setQuietHours(QuietHours body) {
        return hours(staff.keepQuiet(dev.pledgedesk.identity.QuietHours.between(time(body.getFrom()), time(body.getTo()))));
    }

    @Override
    @BeginsLater
    @Allowed(Permission.CONFIGURATION_READ)
    public PromiseTrial tryPromises(NewPromiseTrial body) {
        return trial(machine.run(files(body), body.getFrom(), body.getUntil()));
    }

    @Override
    @Allowed(Permission.TENANT_OPERATE)
    public PromiseTrial tryTenantPromises(String tenantKey, NewPromiseTrial body) {
        Locale locale = language.locale();
        return trial(scope.call(tenants.get(tenantKey).id(), () -> {
            language.speak(locale);
            return machine.run(files(body), body.getFrom(), body.getUntil());
        }));
    }

    private static Map<String, String> files(NewPromiseTrial body) {
        Map<String, String> files = new LinkedHashMap<>();
        body.getFiles().forEach(file -> files.put(file.getPath(), file.getContent()));
        return files;
    }

    private static PromiseTrial trial(TimeMachine.Trial t) {
        return new PromiseTrial().from(t.from()).until(t.until()).tickets(t.tickets()).before(t.before()).after(t.after())
                .lines(t.lines().stream().map(l -> new PromiseTrialLine().by(PromiseTrialLine.ByEnum.fromValue(l.by())).key(l.key()).before(l.before()).after(l.after()).gained(l.gained()).lost(l.lost())).toList())
                .affected(t.affected().stream().map(a -> new PromiseTrialTicket().ticketId(a.ticketId()).number(a.number()).metric(ClockMetric.fromValue(a.metric().key())).gained(a.gained()).at(a.at())).toList());
    }

    private static LocalTime time(String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private static QuietHours hours(dev.pledgedesk.identity.QuietHours hours) {
        return hours == null ? new QuietHours() : new QuietHours().from(hours.from().toString()).to(hours.to().toString());
    }

    private static Notice notice(Notices.Notice n) {
        return new Notice().id(n.id()).kind(n.kind()).subjectType(n.subjectType()).subjectId(n.subjectId()).text(n.text()).createdAt(n.createdAt()).readAt(n.readAt());
    }
}
