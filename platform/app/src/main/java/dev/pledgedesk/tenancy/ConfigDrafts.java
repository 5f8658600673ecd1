package dev.pledgedesk.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pledgedesk.kernel.FieldError;
import dev.pledgedesk.kernel.Problem;
import dev.pledgedesk.tenancy.control.ConfigFile;
import dev.pledgedesk.tenancy.control.ConfigReader;
import dev.pledgedesk.tenancy.control.TenantLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Configurations that do not run: the running one of the tenant of the request with some files in the place of its own, for trying something out. */
@ApplicationScoped
public class ConfigDrafts {

    @Inject
    ConfigReader reader;

    @Inject
    TenantLookup lookup;

    @Inject
    Tenants tenants;

    @Inject
    RequestLanguage language;

    /** The files that run, by name. */
    public Map<String, String> running() {
        JsonNode sources = lookup.sources(tenants.current().configVersion());
        Map<String, String> files = new LinkedHashMap<>();
        sources.fields().forEachRemaining(file -> files.put(file.getKey(), file.getValue().asText()));
        return files;
    }

    /** The running configuration with other files; refused as unprocessable, with file and line, if something is wrong with it. */
    public TenantConfig with(Map<String, String> files) {
        Map<String, String> all = running();
        all.putAll(files);
        List<ConfigFile> sent = new ArrayList<>();
        all.forEach((path, content) -> sent.add(new ConfigFile(path, content)));
        ConfigReader.Result read = reader.read(sent, language.messages());
        if (!read.problems().isEmpty()) {
            throw Problem.unprocessable(read.problems().stream().map(p -> new FieldError(p.file() + ":" + p.line() + ":" + p.column(), "literal", p.message())).toList());
        }
        return read.config();
    }
}
