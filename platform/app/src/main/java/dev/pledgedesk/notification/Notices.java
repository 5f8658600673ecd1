package dev.pledgedesk.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.CallerKind;
import dev.pledgedesk.identity.Staff;
import dev.pledgedesk.identity.StaffView;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.notification.entity.StaffNotice;
import dev.pledgedesk.notification.entity.StaffNotices;
import dev.pledgedesk.tenancy.MailSection;
import dev.pledgedesk.tenancy.PublicAddress;
import dev.pledgedesk.tenancy.RequestLanguage;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/** What members of staff are told: in the console at once, by mail as soon as their quiet hours allow it. */
@ApplicationScoped
@Transactional
public class Notices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PAGES = Map.ofEntries(Map.entry("ticket", "/console/tickets/"), Map.entry("data-request", "/console/privacy/requests/"),
            Map.entry("complaint", "/console/complaints/"), Map.entry("complaint-case", "/console/cases/"), Map.entry("corrective-action", "/console/quality/"), Map.entry("evaluation", "/console/quality/evaluations/"),
            Map.entry("satisfaction-report", "/console/reports?notice="), Map.entry("webhook", "/console/admin/webhooks/"), Map.entry("inbound-channel", "/console/admin/plugins?channel="),
            Map.entry("training-record", "/console/training/people/"), Map.entry("exam-attempt", "/console/training/marking/"), Map.entry("roster", "/console/roster?notice="),
            Map.entry("appraisal", "/console/supervision/appraisals/"), Map.entry("inspection", "/console/supervision/inspections/"),
            Map.entry("merit", "/console/supervision/merits/"));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * A notice as its reader sees it.
     *
     * @param text   in his language
     * @param readAt null while unread
     */
    public record Notice(UUID id, String kind, String subjectType, UUID subjectId, String text, Instant createdAt, Instant readAt) {
    }

    @Inject
    StaffNotices notices;

    @Inject
    Mailer mailer;

    @Inject
    Staff staff;

    @Inject
    Caller caller;

    @Inject
    Tenants tenants;

    @Inject
    PublicAddress address;

    @Inject
    RequestLanguage language;

    @Inject
    DeskClock clock;

    /**
     * Tells a member something; part of the caller's transaction.
     *
     * @param kind  what happened, a key below {@code notice.}
     * @param facts what the text is filled with: {@code number} of the record and {@code what}, each as a text or by language, {@code at} and others; no words of anybody
     */
    public void tell(StaffView member, String kind, String subjectType, UUID subjectId, Map<String, Object> facts) {
        JsonNode kept = JSON.valueToTree(facts);
        notices.add(new StaffNotice(Ids.next(), member.id(), kind, subjectType, subjectId, kept, clock.now()));
        if (member.email() != null) {
            Messages in = mailer.messages(member.locale());
            mailer.sendFrom(staff.reachable(member.id()), member.id(), member.email(), member.locale(), MailSection.Kind.NOTICE, Map.of("name", member.name(), "number", said(kept.path("number"), in),
                    "what", text(kind, kept, in), "link", address.of(path(subjectType, subjectId))));
        }
    }

    /** Where the console shows what a notice is about. */
    public static String path(String subjectType, UUID subjectId) {
        return PAGES.get(subjectType) + subjectId;
    }

    /** Those of the signed-in member, newest first. */
    public Page<Notice> page(boolean unreadOnly, PageRequest request) {
        requireStaff();
        return notices.page(caller.id(), unreadOnly, request).map(this::view);
    }

    /** How many the signed-in member has not read. */
    public long countUnread() {
        return caller.kind() == CallerKind.STAFF ? notices.countUnread(caller.id()) : 0;
    }

    /** The signed-in member has read one of his. */
    public Notice read(UUID id) {
        requireStaff();
        StaffNotice notice = notices.find(id).filter(n -> n.staffId().equals(caller.id())).orElseThrow(Problem::notFound);
        notice.read(clock.now());
        return view(notice);
    }

    /** He has read all of them. */
    public void readAll() {
        requireStaff();
        notices.readAll(caller.id(), clock.now());
    }

    private void requireStaff() {
        if (caller.kind() != CallerKind.STAFF) {
            throw Problem.denied();
        }
    }

    private Notice view(StaffNotice n) {
        return new Notice(n.id(), n.kind(), n.subjectType(), n.subjectId(), text(n.kind(), n.facts(), language.messages()), n.createdAt(), n.readAt());
    }

    private String text(String kind, JsonNode facts, Messages in) {
        return in.text("notice." + kind, said(facts.path("number"), in), said(facts.path("what"), in), time(facts.path("at").asText(null)), facts.path("percent").asText(""), time(facts.path("due").asText(null)));
    }

    /** A text that is the same in every language, or one in several. */
    private static String said(JsonNode text, Messages in) {
        return text.isTextual() ? text.asText() : new LocalizedText(JSON.convertValue(text, new TypeReference<Map<String, String>>() { })).in(in.locale());
    }

    private String time(String instant) {
        return instant == null || instant.equals("null") ? "" : TIME.format(Instant.parse(instant).atZone(ZoneId.of(tenants.config().tenant().zone())));
    }
}
