package dev.pledgedesk.privacy;

import java.util.List;

/** Implemented by every capability that has tables of tenants: says of each of their columns what it is to a person. A column that nobody declares fails the build. */
public interface PersonalDataHolder {

    /** Its tables, always the same. */
    List<FieldTable> tables();
}
