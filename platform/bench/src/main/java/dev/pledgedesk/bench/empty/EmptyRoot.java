package dev.pledgedesk.bench.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application; it names its only class, so that nothing is searched for. */
@ApplicationPath("/")
public class EmptyRoot extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EmptyResource.class);
    }
}
