package dev.pledgedesk.launcher;

import dev.pledgedesk.client.api.RosterApi;
import dev.pledgedesk.client.model.NewRosterShift;
import dev.pledgedesk.client.model.NewRosterShifts;
import dev.pledgedesk.client.model.PlannedShifts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** The coming days of one demo tenant's roster, as its supervisor plans them; somebody who is planned already is left where he is. */
final class DemoRoster {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private DemoRoster() {
    }

    static void plan(DemoData data, DemoPeople people) {
        String place = data.tenant() + ": demo/roster.yaml";
        var api = new RosterApi(people.member(data.roster().by()));
        LocalDate tomorrow = LocalDate.now(ZONE).plusDays(1);
        List<UUID> planned = DemoPeople.call(place, () -> api.getRoster(tomorrow, tomorrow)).getShifts().stream().map(shift -> shift.getStaffId()).toList();
        if (!planned.isEmpty()) {
            return;
        }
        List<NewRosterShift> shifts = data.roster().shifts().stream().flatMap(shift -> shift.who().stream().map(login -> new NewRosterShift().day(tomorrow.plusDays(shift.inDays()))
            .shift(shift.shift()).post(shift.post()).staffId(people.id(login)))).toList();
        PlannedShifts done = DemoPeople.call(place, () -> api.planShifts(new NewRosterShifts().items(shifts), DemoPeople.key()));
        if (!done.getRefused().isEmpty()) {
            throw DemoData.failure(place, done.getRefused().toString(), null);
        }
    }
}
