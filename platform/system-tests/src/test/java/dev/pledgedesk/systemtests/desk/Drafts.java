package dev.pledgedesk.systemtests.desk;

import dev.pledgedesk.client.ApiException;
import dev.pledgedesk.client.model.NewRequester;
import dev.pledgedesk.client.model.NewTicket;
import dev.pledgedesk.client.model.SignInCodeRequest;
import dev.pledgedesk.client.model.Ticket;
import dev.pledgedesk.client.model.TicketChange;
import dev.pledgedesk.client.model.TokenRequest;
import java.util.UUID;

/** Tickets as the tests file them. Both vendors of the demo take a question without asking for more than subject and text. */
public final class Drafts {

    /** Type that needs no fields. */
    public static final String QUESTION = "consultation";

    private Drafts() {
    }

    /** A question, not yet somebody's. */
    public static NewTicket question(String subject) {
        return new NewTicket().type(QUESTION).subject(subject).description("Text of: " + subject);
    }

    /** A guest who leaves a mail address. */
    public static NewRequester guest(String mail) {
        return new NewRequester().name("Li Na").email(mail).locale("en");
    }

    /** Files a question as a guest with this address. */
    public static Ticket filed(Vendor vendor, String mail, String subject) throws ApiException {
        return vendor.guest().tickets().createTicket(question(subject).requester(guest(mail)), Vendor.newKey());
    }

    /** Files a question as a guest whom nobody knows. */
    public static Ticket filed(Vendor vendor, String subject) throws ApiException {
        return filed(vendor, Vendor.newAddress(), subject);
    }

    /** Closes a ticket by the statuses that lead there. */
    public static void close(Visitor agent, UUID id) throws ApiException {
        Ticket now = agent.tickets().getTicket(id);
        while (!now.getStatusCategory().getValue().equals("closed")) {
            String next = now.getStatusCategory().getValue().equals("solved") ? "closed" : "solved";
            now = agent.tickets().changeTicket(id, new TicketChange().status(next), "\"" + now.getVersion() + "\"");
        }
    }

    /** The customer of an address, signed in by the code that is mailed; the address has got {@code mailsBefore} mails so far. */
    public static Visitor customer(Vendor vendor, String mail, int mailsBefore) throws ApiException {
        vendor.mails().await(mail, mailsBefore);
        vendor.guest().identity().createSignInCode(new SignInCodeRequest().email(mail).locale("en"));
        String code = vendor.mails().code(mail, mailsBefore + 1);
        return vendor.with(new TokenRequest().grantType(TokenRequest.GrantTypeEnum.CODE).email(mail).code(code));
    }

    /** A customer who has filed one question and is signed in. */
    public static Visitor customer(Vendor vendor, String mail, String subject) throws ApiException {
        filed(vendor, mail, subject);
        return customer(vendor, mail, 1);
    }
}
