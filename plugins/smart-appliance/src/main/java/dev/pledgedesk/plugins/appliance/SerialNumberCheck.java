package dev.pledgedesk.plugins.appliance;

import dev.pledgedesk.sdk.FieldValidator;
import dev.pledgedesk.sdk.Text;

/** Takes serial numbers of the vendor's models, in one form. */
final class SerialNumberCheck implements FieldValidator {

    private static final Text UNKNOWN = new Text("This is no serial number of ours. It stands on the rating plate, below the bar code.",
            "这不是我们产品的机身编号。编号印在铭牌条码下方。");

    private final Models models;

    SerialNumberCheck(Models models) {
        this.models = models;
    }

    @Override
    public Verdict check(Question question) {
        return models.read(question.value()).<Verdict>map(serial -> serial.number().equals(question.value()) ? new Accepted() : new Corrected(serial.number())).orElseGet(() -> new Refused(UNKNOWN));
    }
}
