package dev.pledgedesk.identity.boundary;

import dev.pledgedesk.api.OwnDataApi;
import dev.pledgedesk.api.model.DataReading;
import dev.pledgedesk.api.model.OwnDataChange;
import dev.pledgedesk.api.model.OwnDataView;
import dev.pledgedesk.api.model.ReadingPurpose;
import dev.pledgedesk.identity.OwnData;
import dev.pledgedesk.kernel.Self;
import dev.pledgedesk.rest.Download;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** A customer's own data over REST. */
@RequestScoped
public class OwnDataResource implements OwnDataApi {

    @Inject
    OwnData data;

    @Override
    @Self
    public OwnDataView getOwnData() {
        return view(data.mine());
    }

    @Override
    @Self
    public OwnDataView correctOwnData(OwnDataChange body) {
        return view(data.correct(body.getName(), body.getPhone()));
    }

    private static OwnDataView view(OwnData.Mine mine) {
        return new OwnDataView().name(mine.profile().name()).email(mine.profile().email()).phone(mine.profile().phone()).locale(mine.profile().locale()).verified(mine.profile().verified()).restricted(mine.profile().restricted()).objected(mine.profile().objected())
                .since(mine.profile().since()).readings(mine.readings().stream().map(r -> new DataReading().at(r.at()).by(r.by()).purpose(ReadingPurpose.fromValue(r.purpose().key())).record(r.record())).toList());
    }

    @Override
    @Self
    public Response downloadOwnData() {
        data.requireCustomer();
        return Download.archive("my-data.zip", data::write);
    }
}
