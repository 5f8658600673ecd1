package dev.pledgedesk.webhook.control;

import dev.pledgedesk.eventing.EventFeed;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.webhook.Webhooks.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** Whether somebody can be told like this. Whether an address may be called is decided when it is, by what its name means then. */
@ApplicationScoped
public class WebhookDraft {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 500;
    private static final int MOST_TYPES = 50;
    private static final int LAST_PORT = 65_535;

    @Inject
    EventFeed feed;

    /**
     * Refuses what is wrong, all of it at once.
     *
     * @param all whether name and address have to be there
     */
    void check(Draft draft, boolean all) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.name() == null ? all : draft.name().isBlank() || draft.name().strip().length() > LONGEST_NAME) {
            errors.add(new FieldError("/name", "field.length", 1, LONGEST_NAME));
        }
        if (draft.address() == null ? all : !isAddress(draft.address().strip())) {
            errors.add(new FieldError("/address", "telling.address"));
        }
        List<String> types = draft.types() == null ? List.of() : draft.types();
        if (types.size() > MOST_TYPES) {
            errors.add(new FieldError("/types", "field.too-many", MOST_TYPES));
        }
        for (int i = 0; i < types.size(); i++) {
            if (!feed.isKnown(types.get(i))) {
                errors.add(new FieldError("/types/" + i, "field.unknown-key", types.get(i)));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.unprocessable(errors);
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_ADDRESS && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null && uri.getPort() != 0 && uri.getPort() <= LAST_PORT
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
