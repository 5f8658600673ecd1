package dev.pledgedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The REST contract as it is served, and what the server reads off it. */
@ApplicationScoped
public class Contract {

    private static final String FILE = "/META-INF/pledgedesk/openapi.yaml";

    /** An operation as the reference page shows it; permission, request and answer examples may be null. */
    public record Operation(String id, String method, String path, String summary, String description, String permission, List<Parameter> parameters,
            String requestExample, List<Answer> answers) {
    }

    /** A parameter of an operation. */
    public record Parameter(String name, String in, boolean required, String description) {
    }

    /** An answer of an operation; the example may be null. */
    public record Answer(String status, String description, String example) {
    }

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private byte[] document;
    private Map<?, ?> root;
    private final Map<String, Integer> statuses = new HashMap<>();

    @PostConstruct
    void read() {
        try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
            document = in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        root = (Map<?, ?>) new Load(LoadSettings.builder().setMaxAliasesForCollections(500).build())
                .loadFromString(new String(document, StandardCharsets.UTF_8));
        for (Object path : ((Map<?, ?>) root.get("paths")).values()) {
            for (Object operation : ((Map<?, ?>) path).values()) {
                if (operation instanceof Map<?, ?> o && o.get("operationId") != null) {
                    ((Map<?, ?>) o.get("responses")).keySet().stream().map(Object::toString).filter(s -> s.startsWith("2")).findFirst()
                            .ifPresent(s -> statuses.put(o.get("operationId").toString(), Integer.valueOf(s)));
                }
            }
        }
    }

    /** The document, YAML in UTF-8, byte for byte as it was built. */
    public byte[] document() {
        return document.clone();
    }

    /** The status with which an operation says that it succeeded; 200 if the contract does not know it. */
    public int successOf(String operationId) {
        return statuses.getOrDefault(operationId, 200);
    }

    /** The operations by tag, in the order of the document. */
    public Map<String, List<Operation>> reference() {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        ((Map<?, ?>) root.get("paths")).forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
            if (METHODS.contains(method.toString())) {
                Map<?, ?> o = (Map<?, ?>) operation;
                String tag = ((List<?>) o.get("tags")).get(0).toString();
                byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(operation(path.toString(), method.toString(), (Map<?, ?>) item, o));
            }
        }));
        return byTag;
    }

    private Operation operation(String path, String method, Map<?, ?> item, Map<?, ?> o) {
        List<Parameter> parameters = new ArrayList<>();
        for (Object list : new Object[] {item.get("parameters"), o.get("parameters")}) {
            if (list instanceof List<?> some) {
                some.stream().map(this::resolved).forEach(p -> parameters.add(new Parameter(text(p, "name"), text(p, "in"),
                        Boolean.TRUE.equals(p.get("required")), text(p, "description"))));
            }
        }
        List<Answer> answers = new ArrayList<>();
        ((Map<?, ?>) o.get("responses")).forEach((status, answer) -> {
            Map<?, ?> a = resolved(answer);
            answers.add(new Answer(status.toString(), text(a, "description"), status.toString().startsWith("2") ? example(a) : null));
        });
        return new Operation(text(o, "operationId"), method.toUpperCase(Locale.ROOT), "/api/v1" + path, text(o, "summary"), text(o, "description"),
                text(o, "x-permission"), parameters, o.get("requestBody") == null ? null : example(resolved(o.get("requestBody"))), answers);
    }

    private Map<?, ?> resolved(Object node) {
        Map<?, ?> map = (Map<?, ?>) node;
        if (map.get("$ref") == null) {
            return map;
        }
        Map<?, ?> found = root;
        for (String step : map.get("$ref").toString().substring(2).split("/")) {
            found = (Map<?, ?>) found.get(step);
        }
        return found;
    }

    private static String example(Map<?, ?> bodied) {
        if (bodied.get("content") instanceof Map<?, ?> content && content.get("application/json") instanceof Map<?, ?> json && json.get("example") != null) {
            try {
                return JsonBodies.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json.get("example"));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return null;
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) == null ? "" : map.get(key).toString();
    }
}
