package dev.pledgedesk.console;

import dev.pledgedesk.identity.Agreements;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import dev.pledgedesk.privacy.FieldCatalogue;
import dev.pledgedesk.privacy.FieldCatalogue.Activity;
import dev.pledgedesk.privacy.FieldCatalogue.Entry;
import dev.pledgedesk.privacy.FieldTable.Field;
import dev.pledgedesk.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the privacy officer looks after: which data of whom are kept, what for and how long ({@code getProcessingRecord}), and who has signed to keep them. */
@RequestScoped
@Path("/console/privacy")
public class PrivacyPages implements PageResource {

    private static final int ROWS = 50;

    /** The record, purpose by purpose. */
    public record View(List<Activity> activities) {

        /** Data of one activity that are treated alike, in one row. */
        public List<Row> rows(Activity activity) {
            Map<Object, List<Entry>> alike = new LinkedHashMap<>();
            activity.entries().forEach(e -> alike.computeIfAbsent(key(e), k -> new ArrayList<>()).add(e));
            return alike.values().stream().map(Row::new).toList();
        }

        private static Object key(Entry e) {
            Field f = e.field();
            return List.of(e.table(), f.dataClass(), f.retention(), f.seenBy(), f.self(), e.custom() == null ? "" : e.custom().type().key());
        }
    }

    /** Data that are treated alike; the first stands for all. */
    public record Row(List<Entry> entries) {

        private Entry first() {
            return entries.get(0);
        }

        /** In which record they stand. */
        public String table(Site site) {
            String name = site.text("privacy.table." + first().table());
            return first().custom() == null ? name : site.text("console.privacy.custom", site.text(first().custom().type().name()));
        }

        public String whose(Site site) {
            return site.text("privacy.whose." + first().whose().key());
        }

        public String data(Site site) {
            return entries.stream().map(e -> e.name(Messages.in(site.locale()))).collect(Collectors.joining(site.text("console.privacy.comma")));
        }

        /** Such as {@code personal}. */
        public String dataClass() {
            return first().field().dataClass().key();
        }

        public String retention(Site site) {
            return site.text("privacy.retention." + first().field().retention().key());
        }

        public String seenBy(Site site) {
            Stream<String> person = first().field().self() ? Stream.of(site.text("privacy.person-himself")) : Stream.empty();
            String all = Stream.concat(person, first().field().seenBy().stream().sorted().map(p -> site.text("console.permission." + p.key())))
                    .collect(Collectors.joining(site.text("console.privacy.comma")));
            return all.isEmpty() ? site.text("privacy.seen-by-nobody") : all;
        }
    }

    /**
     * Staff with what they have signed. Over REST: {@code listAgreementSignatures}.
     *
     * @param next     where the next page begins, null on the last
     * @param required whether the tenant asks for a signature at all
     */
    public record Signatures(List<Agreements.Signature> rows, String next, boolean first, boolean required) {
    }

    @Inject
    FieldCatalogue catalogue;

    @Inject
    Agreements agreements;

    @Inject
    Tenants tenants;

    /** Who has signed the confidentiality agreement. */
    @GET
    @Path("/agreements")
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage agreements(@QueryParam("after") String after) {
        var page = agreements.page(new PageRequest(ROWS, after));
        return HtmlPage.of("console/agreements.jte", new Signatures(page.items(), page.next(), after == null, tenants.config().agreement().isPresent()));
    }

    /** The whole record. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage show() {
        return HtmlPage.of("console/privacy.jte", new View(catalogue.activities()));
    }
}
