package dev.pledgedesk.roster;

import dev.pledgedesk.kernel.LocalizedText;

/** Fewer people can fill a post than have to be able to. */
public record FewView(String post, LocalizedText name, int needed, int able) {
}
