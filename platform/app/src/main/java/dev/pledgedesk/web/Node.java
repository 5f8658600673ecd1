package dev.pledgedesk.web;

import dev.pledgedesk.eventing.NodeActivity;
import dev.pledgedesk.eventing.NodeActivity.NodeStops;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** This node for those who run it: as a management bean, because they live outside the application's class loader. */
@ApplicationScoped
public class Node implements NodeMXBean {

    private static final Logger LOG = Logger.getLogger(Node.class.getName());
    private static final String NAME = "dev.pledgedesk:type=Node";

    @Inject
    NodeActivity activity;

    @Inject
    Event<NodeStops> stops;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        try {
            stop();
            ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(this, NodeMXBean.class, true), new ObjectName(NAME));
        } catch (JMException refused) {
            LOG.log(Level.WARNING, "this node cannot be told to stop in good order", refused);
        }
    }

    @PreDestroy
    void stop() {
        try {
            var beans = ManagementFactory.getPlatformMBeanServer();
            var name = new ObjectName(NAME);
            if (beans.isRegistered(name)) {
                beans.unregisterMBean(name);
            }
        } catch (JMException gone) {
            LOG.log(Level.FINE, "was not registered", gone);
        }
    }

    @Override
    public void holdBack() {
        activity.holdBack(true);
    }

    @Override
    public void takeWork() {
        activity.holdBack(false);
    }

    @Override
    public void stopTakingWork() {
        activity.stop();
        stops.fire(new NodeStops());
    }

    @Override
    public int getRunning() {
        return activity.running();
    }
}
