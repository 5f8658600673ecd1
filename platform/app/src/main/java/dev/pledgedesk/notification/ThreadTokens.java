package dev.pledgedesk.notification;

import dev.pledgedesk.privacy.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Tokens that messages about a ticket carry and answers bring back; nobody can make one who has not got one, and each is good in its own tenant only. */
@ApplicationScoped
public class ThreadTokens {

    private static final String KIND = "thread";
    private static final int ID = 16;
    private static final int WHOLE = 32;

    @Inject
    BlindIndex index;

    /** The token of a ticket. */
    public String of(UUID ticket) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(WHOLE).putLong(ticket.getMostSignificantBits()).putLong(ticket.getLeastSignificantBits()).put(proof(ticket)).array());
    }

    /** The ticket of a token; empty if it is none of ours. */
    public Optional<UUID> ticket(String token) {
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            if (whole.remaining() != WHOLE) {
                return Optional.empty();
            }
            UUID ticket = new UUID(whole.getLong(), whole.getLong());
            byte[] proof = new byte[WHOLE - ID];
            whole.get(proof);
            return MessageDigest.isEqual(proof, proof(ticket)) ? Optional.of(ticket) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private byte[] proof(UUID ticket) {
        return index.of(KIND, ticket.toString());
    }
}
