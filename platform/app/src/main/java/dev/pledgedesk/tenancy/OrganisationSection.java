package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/** Departments, teams and roles: {@code organisation.yaml}. */
public record OrganisationSection(
        @NotNull @NotEmpty List<Department> departments,
        @NotNull @NotEmpty List<Team> teams,
        @NotNull @NotEmpty List<Role> roles) {

    /** Keys of the tenant's own things. */
    static final String KEY = "^[a-z][a-z0-9-]{0,58}$";

    /** The department of a key; empty for one that is not, or not any more, there. */
    public Optional<Department> department(String key) {
        return departments.stream().filter(d -> d.key().equals(key)).findFirst();
    }

    /** A department (部门) that can be responsible for a ticket. */
    public record Department(@NotNull @Pattern(regexp = KEY) String key, @NotNull LocalizedText name) {
    }

    /** A team of staff that shares a queue. */
    public record Team(@NotNull @Pattern(regexp = KEY) String key, @NotNull LocalizedText name,
            @NotNull @JsonPropertyDescription("Key of the department it belongs to.") String department) {
    }

    /** What a group of staff or API clients may do. */
    public record Role(@NotNull @Pattern(regexp = KEY) String key, @NotNull LocalizedText name,
            @NotNull @JsonPropertyDescription("Permissions such as ticket.read; the schema of permissions is in the administration guide.") List<String> permissions,
            @JsonPropertyDescription("Whether staff of this role need a second factor to sign in by password; optional if absent.") SecondFactorRule secondFactor) {
    }

    /** Whether a role asks for a second factor. */
    public enum SecondFactorRule {
        @JsonProperty("optional") OPTIONAL, @JsonProperty("required") REQUIRED
    }
}
