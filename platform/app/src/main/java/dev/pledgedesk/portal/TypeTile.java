package dev.pledgedesk.portal;

import dev.pledgedesk.page.Site;
import dev.pledgedesk.tenancy.TicketSection.TicketType;
import java.util.List;
import java.util.Set;

/** A kind of request that a customer can choose. */
public record TypeTile(String key, String name, String description, String icon) {

    // Kinds in which a customer speaks about the vendor rather than about a matter; they stand apart and are found at once.
    private static final Set<String> VOICE = Set.of("complaint", "feedback");

    /** Everything the portal offers, in the order of the configuration. */
    static List<TypeTile> all(Site site) {
        return site.config().tickets().ticketTypes().stream().filter(TicketType::portal).map(t -> of(t, site)).toList();
    }

    static TypeTile of(TicketType type, Site site) {
        return new TypeTile(type.key(), site.text(type.name()), site.text(type.description()), icon(type.key()));
    }

    /** Whether it is about the vendor itself: complaints and feedback. */
    public boolean isVoice() {
        return VOICE.contains(key);
    }

    /** The drawing that fits a key best; tenants name their types freely, so any key has one. */
    private static String icon(String key) {
        if (key.contains("complaint")) {
            return "megaphone";
        } else if (key.contains("feedback")) {
            return "heart";
        } else if (key.contains("fault") || key.contains("repair") || key.contains("maintenance")) {
            return key.contains("site") ? "warning" : key.contains("maintenance") ? "sparkle" : "wrench";
        } else if (key.contains("install")) {
            return "house";
        } else if (key.contains("software") || key.contains("upgrade")) {
            return "download";
        } else if (key.contains("training")) {
            return "book";
        } else if (key.contains("trad") || key.contains("order")) {
            return "bag";
        } else if (key.contains("billing") || key.contains("fee") || key.contains("invoice")) {
            return "receipt";
        } else if (key.contains("copyright") || key.contains("authentic")) {
            return key.contains("copyright") ? "copyright" : "shield";
        } else if (key.contains("promotion")) {
            return "star";
        } else if (key.contains("onboard")) {
            return "pen";
        }
        return key.contains("consult") || key.contains("question") ? "chat" : "file";
    }
}
