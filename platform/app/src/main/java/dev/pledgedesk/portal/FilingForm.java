package dev.pledgedesk.portal;

import dev.pledgedesk.identity.Consents;
import dev.pledgedesk.page.ConsentBoxes;
import dev.pledgedesk.page.FormErrors;
import dev.pledgedesk.page.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form for a new ticket.
 *
 * @param asksContact whether the visitor must say who he is
 * @param bound       whether he came by the link of one ticket and must sign in before he files another
 * @param entered     what was entered before, by field name
 * @param consents    what has to be consented to for sensitive fields
 * @param suggests    whether plugins suggest answers to what is being written
 */
public record FilingForm(TypeTile type, List<CategoryGroup> categories, List<FormField> fields, boolean asksContact, boolean bound,
        Map<String, String> entered, List<KeptFile> kept, FormFiles.Limits limits, FormErrors errors, List<Consents.Notice> consents, boolean suggests) {

    /** Categories below one parent. */
    public record CategoryGroup(String name, List<FormField.Option> categories) {
    }

    /** What was entered into a field, empty if nothing. */
    public String entered(String field) {
        return entered.getOrDefault(field, "");
    }

    /** Names of all fields in the order of the form, for the summary of what is wrong. */
    public Map<String, String> labels(Site site) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("subject", site.text("portal.field.subject"));
        labels.put("description", site.text("portal.field.description"));
        fields.forEach(f -> labels.put(f.name(), f.label()));
        labels.put("category", site.text("portal.field.category"));
        consents.forEach(n -> labels.put(ConsentBoxes.PREFIX + n.key(), n.title()));
        labels.put("files", site.text("portal.files.label"));
        labels.put("requester.name", site.text("portal.field.name"));
        labels.put("requester.email", site.text("portal.field.email"));
        labels.put("requester.phone", site.text("portal.field.phone"));
        return labels;
    }
}
