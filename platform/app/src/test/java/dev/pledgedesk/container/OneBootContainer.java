package dev.pledgedesk.container;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;

/** The stock connector, told that the server listens on loopback, and booted once for all test classes; a failed deployment fails the tests. */
public class OneBootContainer extends PayaraMicroDeployableContainer {

    private Archive<?> first;
    private ProtocolMetaData running;

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (running == null) {
            first = archive;
            ProtocolMetaData told = super.deploy(archive);
            // The server stays up and answers 404 when it refused the application.
            if (told == null || told.getContexts(HTTPContext.class).stream().allMatch(c -> c.getServlets().isEmpty())) {
                super.undeploy(archive);
                first = null;
                throw new DeploymentException("the application was not deployed; see target/arquillian/server.log.0");
            }
            running = onLoopback(told);
        }
        return running;
    }

    /** The stock connector calls the machine's outward address, where nothing listens. */
    private static ProtocolMetaData onLoopback(ProtocolMetaData told) {
        ProtocolMetaData metaData = new ProtocolMetaData();
        for (HTTPContext outward : told.getContexts(HTTPContext.class)) {
            HTTPContext loopback = new HTTPContext("127.0.0.1", outward.getPort());
            outward.getServlets().forEach(s -> loopback.add(new Servlet(s.getName(), s.getContextRoot().equals("/") ? "" : s.getContextRoot())));
            metaData.addContext(loopback);
        }
        return metaData;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // Every class has the same archive; it stays until the last one is done.
    }

    @Override
    public void stop() throws LifecycleException {
        if (first != null) {
            try {
                super.undeploy(first);
            } catch (DeploymentException failed) {
                throw new LifecycleException("stop", failed);
            }
            first = null;
        }
    }
}
