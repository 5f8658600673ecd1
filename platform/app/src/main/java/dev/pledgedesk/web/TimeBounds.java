package dev.pledgedesk.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** Times that come in lie within what databases keep and calendars count. */
final class TimeBounds {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 12, 31);
    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z");

    private TimeBounds() {
    }

    static Instant within(Instant moment) {
        if (moment.isBefore(FIRST_MOMENT) || moment.isAfter(LAST_MOMENT)) {
            throw new DateTimeException("beyond what databases keep");
        }
        return moment;
    }

    static LocalDate within(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("beyond what calendars count");
        }
        return day;
    }

    /** The same for members of bodies. */
    static SimpleModule ofBodies() {
        return new SimpleModule().addDeserializer(Instant.class, new Bounded<>(Instant.class, InstantDeserializer.INSTANT, TimeBounds::within))
                .addDeserializer(LocalDate.class, new Bounded<>(LocalDate.class, LocalDateDeserializer.INSTANCE, TimeBounds::within));
    }

    private static final class Bounded<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<T> reader;
        private final transient UnaryOperator<T> bounds;

        private Bounded(Class<T> type, JsonDeserializer<T> reader, UnaryOperator<T> bounds) {
            super(type);
            this.reader = reader;
            this.bounds = bounds;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String said = parser.getText();
            T time = reader.deserialize(parser, context);
            try {
                return time == null ? null : bounds.apply(time);
            } catch (DateTimeException beyond) {
                throw context.weirdStringException(said, handledType(), beyond.getMessage());
            }
        }
    }
}
