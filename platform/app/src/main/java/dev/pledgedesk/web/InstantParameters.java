package dev.pledgedesk.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads moments in query parameters: RFC 3339, with any offset. What is none is refused as any other value of a wrong form. */
@Provider
public class InstantParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Instant.class ? (ParamConverter<T>) new Moments() : null;
    }

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private static final class Moments implements ParamConverter<Instant> {

        @Override
        public Instant fromString(String text) {
            try {
                Instant moment = text == null ? null : OffsetDateTime.parse(text).toInstant();
                if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
                    throw new DateTimeException("beyond what databases keep");
                }
                return moment;
            } catch (DateTimeException noMoment) {
                throw new IllegalArgumentException("no moment", noMoment);
            }
        }

        @Override
        public String toString(Instant moment) {
            return moment.toString();
        }
    }
}
