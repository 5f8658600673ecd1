package dev.pledgedesk.client.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pledgedesk.client.ApiClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The mapper of the generated client, except that a file is written as its bytes: the generated code hands a binary body
 * to the mapper, which would send the name of the file as JSON.
 */
final class RawFiles extends ObjectMapper {

    private static final long serialVersionUID = 1L;

    RawFiles() {
        this(ApiClient.createDefaultObjectMapper());
    }

    private RawFiles(ObjectMapper mapper) {
        super(mapper);
    }

    /** The API classes copy the mapper they are given. */
    @Override
    public ObjectMapper copy() {
        return new RawFiles(this);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws JsonProcessingException {
        if (value instanceof File file) {
            try {
                return Files.readAllBytes(file.toPath());
            } catch (IOException e) {
                throw JsonMappingException.fromUnexpectedIOE(e);
            }
        }
        return super.writeValueAsBytes(value);
    }
}
