package dev.pledgedesk.identity.control;

import dev.pledgedesk.eventing.DueWorker;
import dev.pledgedesk.identity.SignInCodeIssued;
import dev.pledgedesk.identity.entity.CustomerRecord;
import dev.pledgedesk.identity.entity.CustomerRecords;
import dev.pledgedesk.identity.entity.SignInCode;
import dev.pledgedesk.identity.entity.SignInCodeRequest;
import dev.pledgedesk.identity.entity.SignInCodeRequests;
import dev.pledgedesk.identity.entity.SignInCodes;
import dev.pledgedesk.kernel.DeskClock;
import dev.pledgedesk.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Makes and announces the sign-in codes that were asked for, where the address is somebody's. */
@ApplicationScoped
@Transactional
public class CodeMailing implements DueWorker {

    static final String KIND = "sign-in-code-request";

    @Inject
    SignInCodeRequests requests;

    @Inject
    CustomerRecords customers;

    @Inject
    SignInCodes codes;

    @Inject
    Throttle throttle;

    @Inject
    DeskClock clock;

    @Inject
    Event<SignInCodeIssued> codeIssued;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(List<UUID> ids) {
        ids.forEach(id -> requests.find(id).ifPresent(this::answer));
    }

    private void answer(SignInCodeRequest request) {
        requests.remove(request);
        customers.byEmail(List.of(request.emailIndex())).ifPresent(customer -> issue(customer, request));
    }

    private void issue(CustomerRecord customer, SignInCodeRequest request) {
        String code = Secrets.code();
        codes.add(new SignInCode(Ids.next(), customer.id(), Secrets.hash(code), clock.now()));
        throttle.newCode(HexFormat.of().formatHex(request.emailIndex()));
        codeIssued.fire(new SignInCodeIssued(customer.id(), code));
    }
}
