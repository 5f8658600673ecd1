package dev.pledgedesk.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Reads moments (RFC 3339, with any offset) and days in query parameters. What is none is refused as any other value of a wrong form. */
@Provider
public class TimeParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == Instant.class) {
            return (ParamConverter<T>) new Times<>(text -> TimeBounds.within(OffsetDateTime.parse(text).toInstant()));
        }
        return type == LocalDate.class ? (ParamConverter<T>) new Times<>(text -> TimeBounds.within(LocalDate.parse(text))) : null;
    }

    private record Times<T>(Function<String, T> parse) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return text == null ? null : parse.apply(text);
            } catch (DateTimeException noTime) {
                throw new IllegalArgumentException("no time", noTime);
            }
        }

        @Override
        public String toString(T time) {
            return time.toString();
        }
    }
}
