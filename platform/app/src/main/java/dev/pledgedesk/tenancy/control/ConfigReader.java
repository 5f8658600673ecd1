package dev.pledgedesk.tenancy.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.PathType;
import com.networknt.schema.ValidationMessage;
import dev.pledgedesk.kernel.Messages;
import dev.pledgedesk.tenancy.ConfigCheck;
import dev.pledgedesk.tenancy.ConfigFindings;
import dev.pledgedesk.tenancy.TenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a tenant's folder: YAML, then schema, then the rules that no schema can say; every complaint names file and line. */
@ApplicationScoped
public class ConfigReader {

    /**
     * What was read.
     *
     * @param config   null if there are problems
     * @param document the configuration as one JSON object, null if there are problems
     * @param files    what was read of each section, to name the line of what is found wrong later
     */
    public record Result(TenantConfig config, ObjectNode document, List<ConfigPlan.Trouble> problems, Map<String, YamlDocument> files) {

        /** Something wrong at a place of a section that was read. */
        ConfigPlan.Trouble trouble(String section, String pointer, String message) {
            return ConfigReader.trouble(section + ".yaml", files.get(section), pointer, message);
        }
    }

    @Inject
    Instance<ConfigCheck> checks;

    /** Reads the files; never throws for what stands in them. Messages are in the language asked for. */
    public Result read(List<ConfigFile> files, Messages messages) {
        List<ConfigPlan.Trouble> problems = new ArrayList<>();
        Map<String, YamlDocument> documents = new LinkedHashMap<>();
        for (ConfigFile file : files) {
            String section = file.path().endsWith(".yaml") ? file.path().substring(0, file.path().length() - 5) : file.path();
            if (!ConfigSchemas.SECTIONS.containsKey(section)) {
                problems.add(new ConfigPlan.Trouble(file.path(), 1, 1, null, messages.text("config.unknown-file", file.path(), fileNames())));
            } else if (documents.containsKey(section)) {
                problems.add(new ConfigPlan.Trouble(file.path(), 1, 1, null, messages.text("config.file-twice", file.path())));
            } else {
                read(file, section, documents, problems, messages);
            }
        }
        for (String section : ConfigSchemas.SECTIONS.keySet()) {
            if (!ConfigSchemas.OPTIONAL.contains(section) && files.stream().noneMatch(f -> f.path().equals(section + ".yaml"))) {
                problems.add(new ConfigPlan.Trouble(section + ".yaml", 1, 1, null, messages.text("config.missing-file", section + ".yaml")));
            }
        }
        if (!problems.isEmpty()) {
            return failed(problems);
        }
        return bind(documents, problems, messages);
    }

    private void read(ConfigFile file, String section, Map<String, YamlDocument> documents, List<ConfigPlan.Trouble> problems, Messages messages) {
        try {
            YamlDocument document = YamlDocument.read(file.content());
            for (ValidationMessage message : ConfigSchemas.validator(section).validate(document.json(),
                    run -> run.getExecutionConfig().setLocale(messages.locale()))) {
                String pointer = message.getInstanceLocation().getPathType() == PathType.JSON_POINTER
                        ? message.getInstanceLocation().toString() : pointer(message);
                if (message.getProperty() != null && "additionalProperties".equals(message.getType())) {
                    pointer = pointer + "/" + message.getProperty();
                }
                problems.add(trouble(file.path(), document, pointer, message.getMessage().replace("$.", "").replace("$:", section + ":")));
            }
            documents.put(section, document);
        } catch (YamlDocument.Unreadable unreadable) {
            problems.add(new ConfigPlan.Trouble(file.path(), unreadable.place().line(), unreadable.place().column(), null, messages.text(unreadable.getMessage(), unreadable.arguments())));
        }
    }

    private static String pointer(ValidationMessage message) {
        StringBuilder pointer = new StringBuilder();
        var path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getElement(i));
        }
        return pointer.toString();
    }

    private Result bind(Map<String, YamlDocument> documents, List<ConfigPlan.Trouble> problems, Messages messages) {
        ObjectNode document = ConfigJson.MAPPER.createObjectNode();
        documents.forEach((section, yaml) -> document.set(section, yaml.json()));
        TenantConfig config;
        try {
            config = ConfigJson.MAPPER.treeToValue(document, TenantConfig.class);
        } catch (JsonProcessingException mismatch) {
            throw new IllegalStateException("what the schema lets pass must bind", mismatch);
        }
        ConfigFindings findings = new ConfigFindings();
        new ConfigRules(config, findings).check();
        checks.forEach(check -> check.check(config, findings));
        for (ConfigFindings.Finding finding : findings.all()) {
            problems.add(trouble(finding.section() + ".yaml", documents.get(finding.section()), finding.pointer(),
                    messages.text(finding.message(), finding.arguments().toArray())));
        }
        // Stored as bound, so that a mere change of order, comment or default is no change.
        return problems.isEmpty() ? new Result(config, ConfigJson.MAPPER.valueToTree(config), List.of(), documents) : failed(problems);
    }

    private static Result failed(List<ConfigPlan.Trouble> problems) {
        problems.sort(Comparator.comparing(ConfigPlan.Trouble::file).thenComparing(ConfigPlan.Trouble::line));
        return new Result(null, null, List.copyOf(problems), Map.of());
    }

    private static ConfigPlan.Trouble trouble(String file, YamlDocument document, String pointer, String message) {
        YamlDocument.Place place = document.placeOf(pointer);
        return new ConfigPlan.Trouble(file, place.line(), place.column(), pointer, message);
    }

    private static String fileNames() {
        return String.join(", ", ConfigSchemas.SECTIONS.keySet().stream().map(s -> s + ".yaml").toList());
    }
}
