package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.pledgedesk.kernel.LocalizedText;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** What customers can file and how it flows: {@code tickets.yaml}. */
public record TicketSection(
        @NotNull @NotEmpty List<Workflow> workflows,
        @NotNull List<Category> categories,
        @NotNull @NotEmpty List<TicketType> ticketTypes,
        List<Macro> macros,
        @JsonPropertyDescription("Groups that customers can be put into, such as regular ones; promises may depend on them.") List<CustomerGroup> customerGroups,
        @JsonPropertyDescription("What becomes of messages that channels bring in; of a channel that is not named here, the first type that asks for no field.") List<Inbound> inbound) {

    public TicketSection {
        macros = macros == null ? List.of() : macros;
        customerGroups = customerGroups == null ? List.of() : customerGroups;
        inbound = inbound == null ? List.of() : inbound;
    }

    /** What becomes of messages of one channel that belong to no ticket yet. */
    public record Inbound(
            @NotNull @Pattern(regexp = PluginSection.REFERENCE) @JsonPropertyDescription("Which channel: plugin/use; switched on in plugins.yaml.") String channel,
            @NotNull @JsonPropertyDescription("Key of the type of ticket; one that asks for no field.") String type,
            @JsonPropertyDescription("Key of the category of the ticket.") String category) {
    }

    /** The type of ticket for messages of a channel; empty if there is none that asks for no field. */
    public Optional<TicketType> inboundType(String channel) {
        return inbound(channel).map(Inbound::type).map(key -> ticketTypes.stream().filter(t -> t.key().equals(key)).findFirst())
                .orElseGet(() -> ticketTypes.stream().filter(TicketType::asksForNothing).findFirst());
    }

    /** What is said about a channel; empty if nothing. */
    public Optional<Inbound> inbound(String channel) {
        return inbound.stream().filter(i -> i.channel().equals(channel)).findFirst();
    }

    /** A group of customers. */
    public record CustomerGroup(@NotNull @Pattern(regexp = OrganisationSection.KEY) String key, @NotNull LocalizedText name) {
    }

    /** Statuses of a kind of ticket and the moves between them. */
    public record Workflow(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull @NotEmpty @JsonPropertyDescription("Statuses in the order they are shown; the first is that of a new ticket.") List<Status> statuses) {

        /** The status of a new ticket. */
        @JsonIgnore
        public Status initial() {
            return statuses.get(0);
        }

        /** A status by key. */
        public Optional<Status> status(String status) {
            return statuses.stream().filter(s -> s.key().equals(status)).findFirst();
        }

        /** The first status of a category that {@code from} may move to. */
        public Optional<Status> next(String from, StatusCategory category) {
            return status(from).stream().flatMap(s -> s.next().stream()).flatMap(k -> status(k).stream())
                    .filter(s -> s.category() == category).findFirst();
        }
    }

    /** One status of a workflow. */
    public record Status(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            @NotNull @JsonPropertyDescription("What the status means to the platform.") StatusCategory category,
            @NotNull @JsonPropertyDescription("Keys of the statuses that may follow.") List<String> next) {
    }

    /** What a status means to the platform, whatever the tenant calls it. */
    public enum StatusCategory {
        @JsonProperty("new") NEW, @JsonProperty("open") OPEN, @JsonProperty("pending") PENDING,
        @JsonProperty("on-hold") ON_HOLD, @JsonProperty("solved") SOLVED, @JsonProperty("closed") CLOSED;

        /** As written in the API and the database, such as {@code on-hold}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** Whether nobody has to do anything any more. */
        public boolean isDone() {
            return this == SOLVED || this == CLOSED;
        }
    }

    /** A node of the category tree. */
    public record Category(@NotNull @Pattern(regexp = OrganisationSection.KEY) String key, @NotNull LocalizedText name,
            @JsonPropertyDescription("Key of the category above; absent at the top.") String parent) {
    }

    /** A kind of ticket. */
    public record TicketType(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            LocalizedText description,
            @NotNull @JsonPropertyDescription("Key of its workflow.") String workflow,
            @JsonPropertyDescription("Key of the team a new ticket goes to.") String team,
            @JsonPropertyDescription("Key of the department a new ticket goes to.") String department,
            @JsonPropertyDescription("Whether customers can file it on the portal; yes unless said otherwise.") Boolean portal,
            List<Field> fields) {

        public TicketType {
            portal = portal == null || portal;
            fields = fields == null ? List.of() : fields;
        }

        /** Whether it can be filed with words alone. */
        @JsonIgnore
        public boolean asksForNothing() {
            return fields.stream().noneMatch(Field::required);
        }
    }

    /** A custom field of a ticket type. */
    public record Field(
            @NotNull @Pattern(regexp = "^[a-z][a-zA-Z0-9]{0,58}$") String key,
            @NotNull LocalizedText name,
            LocalizedText hint,
            @NotNull FieldKind kind,
            Boolean required,
            @JsonPropertyDescription("Shown to staff only.") Boolean internal,
            @JsonPropertyDescription("What a text must look like, a regular expression.") @Size(max = 200) String pattern,
            @JsonPropertyDescription("Whether the value says something about a person.") Boolean personal,
            @JsonPropertyDescription("Whether the value does harm in the wrong hands, such as health or numbers of identity papers; it says something about a person, then.") Boolean sensitive,
            List<Choice> choices,
            @Pattern(regexp = PluginSection.REFERENCE) @JsonPropertyDescription("What of a plugin checks values of it: plugin/use; switched on in plugins.yaml.") String validator) {

        public Field {
            required = required != null && required;
            internal = internal != null && internal;
            // Absent rather than false, so that configurations of former days read as they were.
            sensitive = Boolean.TRUE.equals(sensitive) ? Boolean.TRUE : null;
            personal = personal != null && personal || sensitive != null;
            choices = choices == null ? List.of() : choices;
        }
    }

    /** What a custom field holds. */
    public enum FieldKind {
        @JsonProperty("text") TEXT, @JsonProperty("long-text") LONG_TEXT, @JsonProperty("number") NUMBER,
        @JsonProperty("date") DATE, @JsonProperty("choice") CHOICE, @JsonProperty("boolean") BOOLEAN;

        /** As written in the API, such as {@code long-text}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** One answer of a choice field. */
    public record Choice(@NotNull String key, @NotNull LocalizedText name) {
    }

    /** A prepared reply with the status it sets. */
    public record Macro(
            @NotNull @Pattern(regexp = OrganisationSection.KEY) String key,
            @NotNull LocalizedText name,
            LocalizedText reply,
            String status) {
    }
}
