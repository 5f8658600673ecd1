package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** A jsonb column as a JSON tree. */
@Converter
public class JsonColumn implements AttributeConverter<JsonNode, Object> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Object convertToDatabaseColumn(JsonNode attribute) {
        return attribute == null ? null : jsonb(attribute.toString());
    }

    @Override
    public JsonNode convertToEntityAttribute(Object column) {
        try {
            return column == null ? null : JSON.readTree(column.toString());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb holds JSON", impossible);
        }
    }

    static PGobject jsonb(String text) {
        try {
            var value = new PGobject();
            value.setType("jsonb");
            value.setValue(text);
            return value;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
