package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.load.HttpLine;
import dev.pledgedesk.bench.load.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Reading an address of the big tenant as a member of staff: with a bearer token, or as a page with the cookies of a browser. */
final class Reading extends HttpWork {

    private final Site site;
    private final boolean page;
    private final byte[] sign;
    private final Function<SplittableRandom, String> target;

    private Reading(String name, Site site, boolean page, String sign, Function<SplittableRandom, String> target) {
        super(name, site.port(), 200);
        this.site = site;
        this.page = page;
        this.sign = sign.getBytes(StandardCharsets.UTF_8);
        this.target = target;
    }

    /**
     * Reading JSON.
     *
     * @param sign   bytes that a right answer holds
     * @param target path and query
     */
    static Reading json(String name, Site site, String sign, Function<SplittableRandom, String> target) {
        return new Reading(name, site, false, sign, target);
    }

    /** Reading a page; otherwise as above. */
    static Reading page(String name, Site site, String sign, Function<SplittableRandom, String> target) {
        return new Reading(name, site, true, sign, target);
    }

    @Override
    byte[] request(int client, SplittableRandom random) {
        HttpRequest request = HttpRequest.get(site.host(), target.apply(random)).header("Accept-Language", client % 2 == 0 ? "zh-CN" : "en");
        // The session's cookie holds the same kind of token; the form's cookie only has to be there, as it is in every browser from the second page on.
        return (page ? request.header("Cookie", "desk-session=" + site.token(client) + "; desk-form=Zm9ybS1jb29raWUtb2YtdGhlLWJlbmNoLTAwMDE").header("Accept", "text/html")
            : request.bearer(site.token(client))).bytes();
    }

    @Override
    boolean isRight(HttpLine.Answer answer) {
        return contains(answer.body(), sign);
    }

    private static boolean contains(byte[] body, byte[] sign) {
        for (int i = 0; i + sign.length <= body.length; i++) {
            if (java.util.Arrays.equals(body, i, i + sign.length, sign, 0, sign.length)) {
                return true;
            }
        }
        return false;
    }
}
