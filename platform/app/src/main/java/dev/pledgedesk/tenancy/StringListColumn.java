package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** A jsonb column that holds a list of strings. */
@Converter
public class StringListColumn implements AttributeConverter<List<String>, Object> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Object convertToDatabaseColumn(List<String> attribute) {
        try {
            return JsonColumn.jsonb(JSON.writeValueAsString(attribute == null ? List.of() : attribute));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public List<String> convertToEntityAttribute(Object column) {
        try {
            return column == null ? List.of() : JSON.readValue(column.toString(), new TypeReference<>() { });
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the column holds a list of strings", impossible);
        }
    }
}
