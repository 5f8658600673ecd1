package dev.pledgedesk.page;

import java.net.URI;

/** Addresses to go on to; never outside this site. */
public final class Redirects {

    private Redirects() {
    }

    /** The address, if it is a path of this site; the start page otherwise. */
    public static URI inside(String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//") || address.contains("\\") || address.contains("\n")) {
            return URI.create("/");
        }
        try {
            return URI.create(address);
        } catch (IllegalArgumentException notAnAddress) {
            return URI.create("/");
        }
    }
}
