package dev.pledgedesk.bench.data;

import dev.pledgedesk.privacy.BlindIndex;
import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.control.PersonKey;
import dev.pledgedesk.privacy.control.TenantKeys;

/** In which form loaded rows hold personal values and words. */
public interface Form {

    /** As the product writes them. */
    Form SEALED = (key, place, value) -> PersonalData.sealed(key, place, value).bytes();

    /** As a cipher that does nothing writes them, as long as sealed ones: form byte, twelve bytes before the value, sixteen behind it. */
    Form NOTHING = (key, place, value) -> {
        byte[] bytes = new byte[1 + 12 + value.length + 16];
        bytes[0] = 1;
        System.arraycopy(value, 0, bytes, 1 + 12, value.length);
        return bytes;
    };

    /** As the product writes them, but for the words of the search index, which stand there in clear. */
    Form WORDS_IN_CLEAR = new Form() {
        @Override
        public byte[] of(PersonKey key, Place place, byte[] value) {
            return SEALED.of(key, place, value);
        }

        @Override
        public String token(TenantKeys keys, String word) {
            return word;
        }
    };

    /** The bytes of a column. */
    byte[] of(PersonKey key, Place place, byte[] value);

    /** What stands for a word in the search index. */
    default String token(TenantKeys keys, String word) {
        return BlindIndex.token(keys, word);
    }
}
