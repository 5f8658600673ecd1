package dev.pledgedesk.plugins.remote;

import dev.pledgedesk.sdk.ReplyCheck;
import java.util.List;

/** A service reads replies before they leave. */
record RemoteReplyCheck(Service service) implements ReplyCheck, Asking {

    @Override
    public List<Finding> check(Reply reply) throws Exception {
        return service.ask("/check-reply", Questions.with("ticket", Questions.ticket(reply.ticket())).putChain("body", reply.body()).putChain("language", reply.language().toLanguageTag()))
                .list("findings", f -> new Finding(f.yes("stops"), f.bilingual("text")));
    }
}
