package dev.pledgedesk.systemtests.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The contract as the tests need it: its operations, and whether an answer is one that it declares. */
public final class Contract {

    /** Where all operations stand. */
    public static final String ROOT = "/api/v1";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    /** What every operation may answer: a body of another kind, a desk that is suspended. */
    private static final Set<String> EVERYWHERE = Set.of("415", "503");
    private static final Contract READ = new Contract();

    private final byte[] bytes;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * One operation.
     *
     * @param id         its operationId
     * @param method     in capitals
     * @param path       template under {@link #ROOT}, such as {@code /tickets/{ticketId}}
     * @param permission what it asks of its caller
     * @param pathIds    names of its path parameters
     * @param headers    names of its header parameters
     * @param example    body of the contract's example; null without a JSON body
     * @param bytes      media type of the bytes that it takes instead of JSON; null if it takes none
     * @param statuses   every status it declares
     * @param pattern    matches its paths
     */
    public record Operation(String id, String method, String path, String permission, List<String> pathIds, List<String> headers, Object example,
            String bytes, Set<String> statuses, Pattern pattern) {

        /** Whether everybody may call it. */
        public boolean isPublic() {
            return permission.equals("public");
        }

        /** Whether it is the operator's alone. */
        public boolean isOperators() {
            return permission.equals("tenant.operate");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private Contract() {
        try (InputStream in = Contract.class.getResourceAsStream("/META-INF/pledgedesk/openapi.yaml")) {
            bytes = in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().setMaxAliasesForCollections(500).build())
                .loadFromString(new String(bytes, StandardCharsets.UTF_8));
        ((Map<?, ?>) root.get("paths")).forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
            if (METHODS.contains(method.toString())) {
                operations.add(operation(root, path.toString(), method.toString().toUpperCase(Locale.ROOT), (Map<?, ?>) item, (Map<?, ?>) operation));
            }
        }));
    }

    /** The contract that the build has made. */
    public static Contract get() {
        return READ;
    }

    /** The document as it was built. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation of an id. */
    public Operation operation(String id) {
        return operations.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    /** Fails if an operation answers with a status that it does not declare. */
    void requireDeclared(String method, String path, int status) {
        if (EVERYWHERE.contains(Integer.toString(status))) {
            return;
        }
        operations.stream().filter(o -> o.method().equals(method) && o.pattern().matcher(path).matches()).findFirst()
                .ifPresent(o -> assertThat(o.statuses()).as("declared answers of %s (%s %s)", o.id(), method, path).contains(Integer.toString(status)));
    }

    private static Operation operation(Map<?, ?> root, String path, String method, Map<?, ?> item, Map<?, ?> operation) {
        List<String> inPath = new ArrayList<>();
        List<String> inHeader = new ArrayList<>();
        for (Object list : new Object[] {item.get("parameters"), operation.get("parameters")}) {
            if (list instanceof List<?> some) {
                for (Object one : some) {
                    Map<?, ?> parameter = resolved(root, one);
                    String in = parameter.get("in").toString();
                    String name = parameter.get("name").toString();
                    if (in.equals("path")) {
                        inPath.add(name);
                    } else if (in.equals("header")) {
                        inHeader.add(name);
                    }
                }
            }
        }
        Map<?, ?> content = operation.get("requestBody") == null ? Map.of() : (Map<?, ?>) resolved(root, operation.get("requestBody")).get("content");
        Object example = content.get("application/json") instanceof Map<?, ?> json ? json.get("example") : null;
        Set<String> statuses = new java.util.TreeSet<>();
        ((Map<?, ?>) operation.get("responses")).keySet().forEach(s -> statuses.add(s.toString()));
        Pattern pattern = Pattern.compile(Pattern.quote(ROOT + path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q"));
        return new Operation(operation.get("operationId").toString(), method, path, operation.get("x-permission").toString(), List.copyOf(inPath),
                List.copyOf(inHeader), example, example == null && !content.isEmpty() ? content.keySet().iterator().next().toString() : null, statuses, pattern);
    }

    private static Map<?, ?> resolved(Map<?, ?> root, Object node) {
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
}
