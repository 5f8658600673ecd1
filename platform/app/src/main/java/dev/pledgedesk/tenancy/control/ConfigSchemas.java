package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.pledgedesk.kernel.LocalizedText;
import dev.pledgedesk.tenancy.AppraisalSection;
import dev.pledgedesk.tenancy.CalendarSection;
import dev.pledgedesk.tenancy.ComplaintSection;
import dev.pledgedesk.tenancy.IdentitySection;
import dev.pledgedesk.tenancy.MailSection;
import dev.pledgedesk.tenancy.OrganisationSection;
import dev.pledgedesk.tenancy.PluginSection;
import dev.pledgedesk.tenancy.PortalSection;
import dev.pledgedesk.tenancy.PromiseSection;
import dev.pledgedesk.tenancy.PrivacySection;
import dev.pledgedesk.tenancy.RosterSection;
import dev.pledgedesk.tenancy.QualitySection;
import dev.pledgedesk.tenancy.TenantSection;
import dev.pledgedesk.tenancy.TicketSection;
import dev.pledgedesk.tenancy.TrainingSection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The files a tenant's folder is made of, each with its JSON schema, which is generated from the section's record. */
public final class ConfigSchemas {

    /** Record of each section by name, in the order of reading; the file of a section is {@code <name>.yaml}. */
    public static final Map<String, Class<?>> SECTIONS;
    /** Sections whose file may be absent. */
    static final Set<String> OPTIONAL = Set.of("identity", "privacy", "mails", "portal", "calendars", "promises", "complaints", "plugins", "training", "roster", "appraisal", "quality");

    static {
        Map<String, Class<?>> sections = new LinkedHashMap<>();
        sections.put("tenant", TenantSection.class);
        sections.put("organisation", OrganisationSection.class);
        sections.put("tickets", TicketSection.class);
        sections.put("identity", IdentitySection.class);
        sections.put("privacy", PrivacySection.class);
        sections.put("mails", MailSection.class);
        sections.put("portal", PortalSection.class);
        sections.put("calendars", CalendarSection.class);
        sections.put("promises", PromiseSection.class);
        sections.put("complaints", ComplaintSection.class);
        sections.put("plugins", PluginSection.class);
        sections.put("training", TrainingSection.class);
        sections.put("roster", RosterSection.class);
        sections.put("appraisal", AppraisalSection.class);
        sections.put("quality", QualitySection.class);
        SECTIONS = java.util.Collections.unmodifiableMap(sections);
    }

    private static final Map<String, JsonSchema> VALIDATORS = new LinkedHashMap<>();

    private ConfigSchemas() {
    }

    /** The schema of a section, draft 2020-12. */
    public static ObjectNode schema(String section) {
        var config = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(new JakartaValidationModule(JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED, JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
                .without(Option.FLATTENED_ENUMS);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            if (type.getErasedType() == PluginSection.Settings.class) {
                return new CustomDefinition(context.getGeneratorConfig().createObjectNode().put("type", "object").put("additionalProperties", true), CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
            }
            if (type.getErasedType() != LocalizedText.class) {
                return null;
            }
            ObjectNode text = context.getGeneratorConfig().createObjectNode().put("type", "object").put("minProperties", 1);
            ObjectNode languages = text.putObject("properties");
            languages.putObject("zh-CN").put("type", "string").put("minLength", 1);
            languages.putObject("en").put("type", "string").put("minLength", 1);
            text.put("additionalProperties", false);
            return new CustomDefinition(text, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.YES);
        });
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(SECTIONS.get(section));
        return schema.put("title", section + ".yaml");
    }

    static synchronized JsonSchema validator(String section) {
        return VALIDATORS.computeIfAbsent(section,
                s -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema((JsonNode) schema(s)));
    }
}
