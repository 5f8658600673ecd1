package dev.pledgedesk.console;

import dev.pledgedesk.identity.CustomerName;
import dev.pledgedesk.identity.Customers;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.Readings;
import dev.pledgedesk.kernel.Allowed;
import dev.pledgedesk.kernel.Ids;
import dev.pledgedesk.kernel.Page;
import dev.pledgedesk.kernel.PageRequest;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.page.HtmlPage;
import dev.pledgedesk.page.PageResource;
import dev.pledgedesk.page.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who has opened whose contacts and why, to look through. Over REST: {@code listReadings}. */
@RequestScoped
@Path("/console/privacy/readings")
public class ReadingPages implements PageResource {

    private static final int ROWS = 50;

    /**
     * What was asked for, as it stands in the address; empty texts leave a part open.
     *
     * @param from day, in the tenant's zone; until likewise, and the last of them
     */
    public record Search(String customer, String reader, String purpose, String from, String until) {
    }

    /** The page. */
    public record View(Search search, List<Readings.Reading> rows, Map<UUID, CustomerName> customers, Actors.Known actors, String start, String next) {

        /** What can be chosen. */
        public List<String> purposes() {
            return List.of(ReadingPurpose.values()).stream().map(ReadingPurpose::key).toList();
        }

        /** Whose contacts they were. */
        public String customer(Readings.Reading reading) {
            return customers.get(reading.customerId()).text();
        }
    }

    @Inject
    Readings readings;

    @Inject
    Customers customers;

    @Inject
    Actors actors;

    @Inject
    Site site;

    /** Newest first. What cannot be read in a filter is left out of it. */
    @GET
    @Allowed(Permission.PRIVACY_READ)
    public HtmlPage list(@QueryParam("customer") @DefaultValue("") String customer, @QueryParam("reader") @DefaultValue("") String reader,
            @QueryParam("purpose") @DefaultValue("") String purpose, @QueryParam("from") @DefaultValue("") String from, @QueryParam("until") @DefaultValue("") String until,
            @QueryParam("after") String after) {
        Search search = new Search(customer.strip(), reader.strip(), purpose.strip(), from.strip(), until.strip());
        ReadingPurpose wanted = List.of(ReadingPurpose.values()).stream().filter(p -> p.key().equals(search.purpose())).findFirst().orElse(null);
        Page<Readings.Reading> page = readings.page(new Readings.Filter(Ids.parse(search.customer()).orElse(null), search.reader().isEmpty() ? null : search.reader(), wanted,
                start(search.from(), 0), start(search.until(), 1)), new PageRequest(ROWS, after));
        return HtmlPage.of("console/readings.jte", new View(search, page.items(), customers.names(page.items().stream().map(Readings.Reading::customerId).toList()),
                actors.of(page.items().stream().map(Readings.Reading::reader)), after == null ? null : address(search, null), page.next() == null ? null : address(search, page.next())));
    }

    /** When a day begins in the tenant's zone, or the one so many days after it; null where there is none. */
    private Instant start(String day, int later) {
        try {
            return day.isEmpty() ? null : Forms.startOf(day, later, site.zone());
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static String address(Search search, String after) {
        UriBuilder address = UriBuilder.fromPath("/console/privacy/readings");
        Map.of("customer", search.customer(), "reader", search.reader(), "purpose", search.purpose(), "from", search.from(), "until", search.until()).forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
            }
        });
        return (after == null ? address : address.queryParam("after", after)).build().toString();
    }
}
