package dev.pledgedesk.container;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Puts our harness into Arquillian; registered under {@code META-INF/services}. */
public class DeskExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Boot.class);
        builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, OneBootContainer.class);
    }
}
