package dev.pledgedesk.privacy;

import dev.pledgedesk.privacy.control.PersonKey;
import java.util.UUID;

/** Seals and opens the pieces of one file under the file's own key; a piece opens in its own place only. */
public final class FileCipher {

    private final PersonKey key;
    private final UUID file;

    FileCipher(PersonKey key, UUID file) {
        this.key = key;
        this.file = file;
    }

    /** Seals the piece with that number, from 0. */
    public byte[] seal(int number, byte[] piece) {
        return key.seal(place(number), piece);
    }

    /** Opens the piece with that number. */
    public byte[] open(int number, byte[] sealed) {
        return key.open(place(number), sealed);
    }

    private Place place(int number) {
        return new Place("attachment_chunk", "content." + number, file);
    }
}
