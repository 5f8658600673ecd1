package dev.pledgedesk.portal;

import java.util.List;

/** The portal's start page: what can be filed, and the visitor's latest tickets if he is signed in. */
public record HomePage(List<TypeTile> services, List<TypeTile> voice, List<TicketLine> latest) {
}
