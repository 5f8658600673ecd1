package dev.pledgedesk.plugins.art;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.ExtensionPoint;
import dev.pledgedesk.sdk.Text;
import java.util.List;

/** What the plugin offers. */
public final class ArtPlugin implements DeskPlugin {

    @Override
    public List<Contribution<?, ?>> contributions() {
        return List.of(
                new Contribution<>(ExtensionPoint.FIELD_VALIDATOR, "certificate-number", new Text("Certificate number", "证书编号"), Certificates.class, (settings, context) -> new CertificateCheck(settings)),
                new Contribution<>(ExtensionPoint.ENTITLEMENT_LOOKUP, "licence", new Text("Rights and licences", "权利与授权"), Register.class, Licences::new),
                new Contribution<>(ExtensionPoint.TICKET_CLASSIFIER, "dispute", new Text("Class of disputes", "争议分类"), Disputes.class, (settings, context) -> new DisputeClass(settings)),
                new Contribution<>(ExtensionPoint.FIELD_KIND, "artwork-title", new Text("Title of an artwork of the register", "登记作品名称"), Register.class, (settings, context) -> new ArtworkField(settings)),
                new Contribution<>(ExtensionPoint.CONSOLE_PANEL, "artwork", new Text("Artwork", "作品"), Register.class, (settings, context) -> new ArtworkPanel(settings)),
                new Contribution<>(ExtensionPoint.CONSOLE_PANEL, "royalties", new Text("Royalties of an artwork", "作品版税"), Royalties.class, (settings, context) -> new RoyaltyPanel(settings)),
                new Contribution<>(ExtensionPoint.REPORT_SOURCE, "royalty-statement", new Text("Royalty statement", "版税结算单"), Royalties.class, (settings, context) -> settings::statement));
    }
}
