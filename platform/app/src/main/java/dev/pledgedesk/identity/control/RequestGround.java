package dev.pledgedesk.identity.control;

import dev.pledgedesk.identity.Caller;
import dev.pledgedesk.identity.ReadingGround;
import dev.pledgedesk.identity.ReadingPurpose;
import dev.pledgedesk.identity.entity.DataRequestRecord;
import dev.pledgedesk.identity.entity.DataRequestRecords;
import dev.pledgedesk.kernel.Permission;
import dev.pledgedesk.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What a customer asks for gives a reason to open his contacts until it is decided. */
@ApplicationScoped
public class RequestGround implements ReadingGround {

    @Inject
    DataRequestRecords requests;

    @Inject
    Caller caller;

    @Override
    public ReadingPurpose purpose() {
        return ReadingPurpose.REQUEST;
    }

    @Override
    public Optional<String> live(UUID customerId, UUID requestId) {
        caller.require(Permission.PRIVACY_MANAGE);
        DataRequestRecord request = requests.find(requestId).filter(r -> r.customerId().equals(customerId)).orElseThrow(Problem::notFound);
        return request.state().isWaiting() ? Optional.of(request.kind().key()) : Optional.empty();
    }
}
