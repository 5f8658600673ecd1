package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.data.Population;
import dev.pledgedesk.bench.data.Words;
import dev.pledgedesk.bench.load.HttpRequest;
import dev.pledgedesk.bench.load.Work;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Every kind of work that is measured over HTTP at one size. */
public final class Catalogue {

    private static final String LIST = "\"items\"";
    private static final String QUEUE = "/api/v1/tickets?statusCategory=new&statusCategory=open&statusCategory=pending&statusCategory=on-hold"
        + "&sort=-updatedAt&page%5Bsize%5D=50";

    private Catalogue() {
    }

    /** The product's work at a site. */
    public static List<Work> product(Site site) {
        return List.of(
            new Filing("ticket.create", site, false),
            new Filing("ticket.create-keyed", site, true),
            new Replying("ticket.reply", site),
            Reading.json("ticket.read", site, "\"subject\"", random -> "/api/v1/tickets/" + site.anyTicket(random)),
            queue("queue.page", site),
            Reading.page("queue.page-html", site, "</html>", random -> "/console"),
            Reading.page("ticket.page-html", site, "</html>", random -> "/console/tickets/" + site.anyTicket(random)),
            search("search.rare-zh", site, Words::rareZh),
            search("search.rare-en", site, Words::rareEn),
            search("search.frequent-zh", site, random -> Words.FREQUENT_ZH),
            search("search.frequent-en", site, random -> Words.FREQUENT_EN),
            search("search.phrase-zh", site, random -> Words.PHRASE_ZH),
            search("search.two-words", site, random -> Words.FREQUENT_ZH + " 发票"));
    }

    /** The queue as JSON: what is not done, last changed first, 50 rows. */
    static Work queue(String name, Site site) {
        return Reading.json(name, site, LIST, random -> QUEUE);
    }

    /** The catalogue of any small tenant, as a guest. */
    static Work portals(int port, int tenants) {
        return new HttpWork("portal.catalogue", port, 200) {
            @Override
            byte[] request(int client, SplittableRandom random) {
                return HttpRequest.get(Population.small(1 + random.nextInt(tenants)) + ".localhost:" + port, "/api/v1/catalogue").bytes();
            }
        };
    }

    private static Work search(String name, Site site, Function<SplittableRandom, String> words) {
        return Reading.json(name, site, LIST,
            random -> "/api/v1/tickets?page%5Bsize%5D=50&q=" + URLEncoder.encode(words.apply(random), StandardCharsets.UTF_8));
    }
}
