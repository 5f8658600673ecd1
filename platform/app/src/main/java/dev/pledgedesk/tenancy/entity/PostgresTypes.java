package dev.pledgedesk.tenancy.entity;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.sessions.Session;

/** Tells EclipseLink the types it does not know: a null uuid or jsonb is otherwise bound as a varchar, which PostgreSQL refuses. */
public class PostgresTypes implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().forEach(descriptor -> descriptor.getMappings().stream()
                .filter(DirectToFieldMapping.class::isInstance).map(DirectToFieldMapping.class::cast)
                .forEach(mapping -> {
                    Class<?> type = fieldType(descriptor.getJavaClass(), mapping.getAttributeName());
                    if (type == UUID.class) {
                        // The built-in conversion of UUIDs fails on a null column; the driver takes and gives them as they are.
                        mapping.setConverter(null);
                        mapping.getField().setSqlType(Types.OTHER);
                    } else if (java.util.Collection.class.isAssignableFrom(type) || java.util.Map.class.isAssignableFrom(type)
                            || type == com.fasterxml.jackson.databind.JsonNode.class) {
                        mapping.getField().setSqlType(Types.OTHER);
                    } else if (type == byte[].class || type.getSimpleName().equals("Sealed")) {
                        mapping.getField().setSqlType(Types.BINARY);
                    }
                }));
    }

    private static Class<?> fieldType(Class<?> owner, String attribute) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            try {
                return type.getDeclaredField(attribute).getType();
            } catch (NoSuchFieldException inherited) {
                continue;
            }
        }
        throw new IllegalStateException(owner + "." + attribute);
    }
}
