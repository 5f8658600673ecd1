package dev.pledgedesk.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void countsByMethodPackageAndTheProductsNearestFrame() {
        var samples = new Samples();
        samples.add(List.of("org.jboss.weld.bean.Proxy.get", "dev.pledgedesk.ticket.Reading.get", "dev.pledgedesk.web.Filter.filter", "java.lang.Thread.run"));
        samples.add(List.of("org.jboss.weld.bean.Proxy.get", "java.lang.Thread.run"));
        samples.add(List.of());

        assertThat(samples.text(10)).startsWith("2 samples").contains("100.0 %  org.jboss.weld.bean.Proxy.get", "100.0 %  org.jboss.weld\n",
            " 50.0 %  dev.pledgedesk.ticket.Reading.get", " 50.0 %  (no frame of the product)", " 50.0 %  dev.pledgedesk.web.Filter.filter");
    }

    @Test
    void aPackageHasThreePartsAndOneOfOursFour() {
        assertThat(Samples.room("org.eclipse.persistence.internal.sessions.Session.get")).isEqualTo("org.eclipse.persistence");
        assertThat(Samples.room("dev.pledgedesk.ticket.control.FilingTransaction.file")).isEqualTo("dev.pledgedesk.ticket.control");
        assertThat(Samples.room("java.lang.String.hashCode")).isEqualTo("java.lang");
        assertThat(Samples.room("Main.main")).isEqualTo("Main");
    }
}
