package dev.pledgedesk.client.connect;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.PageLinks;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Goes through a list that comes in pages.
 *
 * <pre>{@code
 * Pages.items(after -> tickets.listTickets(..., 100, after), TicketPage::getItems, TicketPage::getLinks).limit(500).forEach(...);
 * }</pre>
 */
public final class Pages {

    private static final String AFTER = "page[after]=";

    private Pages() {
    }

    /**
     * Reads one page.
     *
     * @param <P> kind of page
     */
    @FunctionalInterface
    public interface Reader<P> {

        /**
         * Asks the desk.
         *
         * @param after the cursor of the page before; null for the first one
         * @return the page
         * @throws ApiException if the desk refuses
         */
        P read(String after) throws ApiException;
    }

    /** A page could not be read; its cause says why. */
    public static final class PageRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PageRefused(ApiException refused) {
            super(refused.getMessage(), refused);
        }

        @Override
        public synchronized ApiException getCause() {
            return (ApiException) super.getCause();
        }
    }

    /**
     * All items of all pages in their order; the first page is asked for now, each other one when its first item is wanted.
     *
     * @param <P>    kind of page
     * @param <T>    kind of item
     * @param reader asks for a page
     * @param items  of a page
     * @param links  of a page; null if it is the last one
     * @return the items; throws {@link PageRefused} where a page is refused
     */
    public static <P, T> Stream<T> items(Reader<P> reader, Function<P, List<T>> items, Function<P, PageLinks> links) {
        return Stream.iterate(read(reader, null), Objects::nonNull, page -> {
            String after = after(links.apply(page));
            return after == null ? null : read(reader, after);
        }).flatMap(page -> items.apply(page).stream());
    }

    private static <P> P read(Reader<P> reader, String after) {
        try {
            return reader.read(after);
        } catch (ApiException refused) {
            throw new PageRefused(refused);
        }
    }

    /**
     * The cursor that a page goes on with.
     *
     * @param links of the page; may be null
     * @return the cursor; null on the last page
     */
    public static String after(PageLinks links) {
        String next = links == null || links.getNext() == null ? null : links.getNext().toString();
        return next == null ? null : Arrays.stream(String.valueOf(URI.create(next).getRawQuery()).split("&")).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).filter(part -> part.startsWith(AFTER))
                .map(part -> part.substring(AFTER.length())).findFirst().orElse(null);
    }
}
