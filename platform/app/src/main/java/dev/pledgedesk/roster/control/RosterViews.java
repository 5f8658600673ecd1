package dev.pledgedesk.roster.control;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.roster.ShiftView;
import dev.pledgedesk.roster.entity.ShiftAssignment;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.RosterSection.Post;
import dev.pledgedesk.tenancy.RosterSection.Shift;
import java.util.List;

/** Shifts as they are shown. */
final class RosterViews {

    static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private RosterViews() {
    }

    static ShiftView view(ShiftAssignment a, RosterSection section) {
        return new ShiftView(a.id(), a.day(), a.shift(), section.shift(a.shift()).map(Shift::name).orElse(LocalizedText.same(a.shift())), a.post(),
                section.post(a.post()).map(Post::name).orElse(LocalizedText.same(a.post())), a.staffId(), a.startsAt(), a.endsAt(), a.signedInAt(), a.signedOutAt(), a.lateMinutes(section.lateAfter()),
                a.faults() == null ? List.of() : JSON.convertValue(a.faults(), new TypeReference<List<String>>() { }), a.version());
    }
}
