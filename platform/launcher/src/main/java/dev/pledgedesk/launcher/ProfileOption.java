package dev.pledgedesk.launcher;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code production} or {@code demo}. */
final class ProfileOption implements ITypeConverter<Settings.Profile> {

    @Override
    public Settings.Profile convert(String text) {
        for (Settings.Profile profile : Settings.Profile.values()) {
            if (profile.key().equals(text)) {
                return profile;
            }
        }
        throw new TypeConversionException("must be production or demo, not \"" + text + "\"");
    }
}
