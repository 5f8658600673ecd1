package dev.pledgedesk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/**
 * Where a class stands.
 *
 * @param capability such as {@code ticket}
 * @param part       {@code boundary}, {@code control}, {@code entity}, or empty for the public face
 */
record Room(String capability, String part) {

    /** The room of a class below a root package; empty for the JDK, libraries, the generated contract and the SDK. */
    static Optional<Room> of(JavaClass type, String root) {
        JavaClass plain = type.getBaseComponentType();
        String name = plain.getPackageName();
        if (!name.startsWith(root + ".") || name.startsWith(root + ".api") || name.startsWith(root + ".sdk")) {
            return Optional.empty();
        }
        String[] steps = name.substring(root.length() + 1).split("\\.", 2);
        return Optional.of(new Room(steps[0], steps.length == 1 ? "" : steps[1]));
    }

    boolean isPublicFace() {
        return part.isEmpty();
    }

    boolean isEntity() {
        return part.equals("entity");
    }
}
