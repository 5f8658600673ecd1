package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where people of this tenant may sign in elsewhere (OpenID Connect): {@code identity.yaml}, which may be absent. */
public record IdentitySection(@NotNull List<Provider> providers) {

    /** An OpenID provider, which answers for one kind of people. */
    public record Provider(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) @JsonPropertyDescription("Key of the provider; part of the address that starts a sign-in.") String key,
            @NotNull @JsonPropertyDescription("What the button says after \"Continue with\", by language.") LocalizedText name,
            @NotNull @Pattern(regexp = "^https?://[^\\s?#@]+$") @Size(max = 500) @JsonPropertyDescription("The provider's issuer, letter by letter as it stands in its ID tokens. Begins with https; http is taken for loopback in the demo only.") String issuer,
            @NotNull @NotEmpty @Size(max = 300) @JsonPropertyDescription("Id that the provider has given to this desk.") String clientId,
            @Pattern(regexp = OrganisationSection.KEY) @JsonPropertyDescription("Name of the client secret in the server's configuration, never the secret; absent for a public client.") String secretRef,
            @JsonPropertyDescription("Scopes to ask for; openid is always asked for.") List<@Pattern(regexp = "^[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,100}$") String> scopes,
            @NotNull @JsonPropertyDescription("Whom the provider answers for.") People people,
            @JsonPropertyDescription("What a first sign-in does: existing = only accounts that were linked before are let in; create = an account is made. existing unless said otherwise.") Link link,
            @JsonPropertyDescription("For customers only: a mail address that the provider calls verified leads to the customer who has it. Whoever runs the provider can then open every customer's account; no unless said otherwise.") Boolean trustVerifiedEmail,
            @Pattern(regexp = "^[A-Za-z][A-Za-z0-9_.:/-]{0,99}$") @JsonPropertyDescription("Claim of the ID token with the groups of a member of staff; groups unless said otherwise.") String groupsClaim,
            @JsonPropertyDescription("Which roles a new member of staff gets for his groups.") List<GroupRoles> groupRoles,
            @JsonPropertyDescription("Roles that every new member of staff gets. Without any role nobody is let in.") List<String> defaultRoles) {

        public Provider {
            scopes = scopes == null ? List.of() : scopes;
            link = link == null ? Link.EXISTING : link;
            trustVerifiedEmail = trustVerifiedEmail != null && trustVerifiedEmail;
            groupsClaim = groupsClaim == null ? "groups" : groupsClaim;
            groupRoles = groupRoles == null ? List.of() : groupRoles;
            defaultRoles = defaultRoles == null ? List.of() : defaultRoles;
        }

        /** Whether it answers for staff rather than customers. */
        @JsonIgnore
        public boolean isForStaff() {
            return people == People.STAFF;
        }

        /** The roles of somebody in these groups, without repetition. */
        public List<String> rolesOf(List<String> groups) {
            Set<String> roles = new LinkedHashSet<>(defaultRoles);
            groupRoles.stream().filter(g -> groups.contains(g.group())).forEach(g -> roles.addAll(g.roles()));
            return List.copyOf(roles);
        }
    }

    /** Roles for the members of a group at the provider. */
    public record GroupRoles(@NotNull @NotEmpty @Size(max = 300) String group, @NotNull @NotEmpty @JsonPropertyDescription("Keys of roles.") List<String> roles) {
    }

    /** Whom a provider answers for. */
    public enum People {
        @JsonProperty("staff") STAFF, @JsonProperty("customers") CUSTOMERS
    }

    /** What the first sign-in of somebody unknown does. */
    public enum Link {
        @JsonProperty("existing") EXISTING, @JsonProperty("create") CREATE
    }
}
