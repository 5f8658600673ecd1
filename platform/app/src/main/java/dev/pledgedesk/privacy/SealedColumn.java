package dev.pledgedesk.privacy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Sealed values as bytea. */
@Converter(autoApply = true)
public class SealedColumn implements AttributeConverter<Sealed, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(Sealed attribute) {
        return attribute == null ? null : attribute.bytes();
    }

    @Override
    public Sealed convertToEntityAttribute(byte[] column) {
        return column == null ? null : new Sealed(column);
    }
}
