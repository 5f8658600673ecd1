package dev.pledgedesk.bench.data;

import dev.pledgedesk.privacy.PersonalData;
import dev.pledgedesk.privacy.Place;
import dev.pledgedesk.privacy.control.PersonKey;

/** In which form loaded rows hold personal values. */
public interface Form {

    /** As the product writes them. */
    Form SEALED = (key, place, value) -> PersonalData.sealed(key, place, value).bytes();

    /** The bytes of a column. */
    byte[] of(PersonKey key, Place place, byte[] value);
}
