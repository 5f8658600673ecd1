package dev.pledgedesk.tenancy.control;

import dev.pledgedesk.identity.ProviderCheck;
import dev.pledgedesk.identity.RoleCheck;
import dev.pledgedesk.tenancy.ConfigCheck;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** The checks of higher rooms, as the container would find them; reading iterates over them and does nothing else. */
final class Checks implements Instance<ConfigCheck> {

    private final List<ConfigCheck> checks = List.of(new RoleCheck(), new ProviderCheck("production"));

    @Override
    public Iterator<ConfigCheck> iterator() {
        return checks.iterator();
    }

    @Override
    public ConfigCheck get() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Instance<ConfigCheck> select(Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ConfigCheck> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U extends ConfigCheck> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
        return checks.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return checks.size() > 1;
    }

    @Override
    public void destroy(ConfigCheck check) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Handle<ConfigCheck> getHandle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<ConfigCheck>> handles() {
        throw new UnsupportedOperationException();
    }
}
