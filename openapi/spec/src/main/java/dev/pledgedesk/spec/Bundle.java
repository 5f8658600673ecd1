package dev.pledgedesk.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One OpenAPI document made of many files.
 *
 * <p>A path item of the root that is a {@code $ref} into a file is replaced by what it points to. Everything else that
 * is referred to in another file becomes a component of the bundle: its kind is the name of the file
 * ({@code schemas.yaml}, {@code parameters.yaml}, {@code responses.yaml}, ...), its name stays. Examples, extensions
 * and the order of members are kept. Components that nobody refers to are left out.
 */
public final class Bundle {

    /** Members whose value is data: a {@code $ref} in there is text of the example, not a reference. */
    private static final Set<String> DATA = Set.of("example", "default", "enum");
    private static final Set<String> KINDS = Set.of("schemas", "parameters", "responses", "headers", "examples",
            "requestBodies", "securitySchemes");

    private static final String COMMON_RESPONSES = "common/responses.yaml";
    private static final Map<String, String> EVERY_OPERATION = Map.of("429", "TooManyRequests", "503", "ServiceUnavailable");
    private static final Map<String, String> WITH_BODY = Map.of("413", "PayloadTooLarge", "415", "UnsupportedMediaType");

    private final Path root;
    private final Map<Path, Map<String, Object>> files = new LinkedHashMap<>();
    private final Map<String, Path> owners = new LinkedHashMap<>();
    private final Map<Path, Set<String>> used = new LinkedHashMap<>();
    private final Map<String, Object> bundled = new LinkedHashMap<>();
    private final Deque<Component> open = new ArrayDeque<>();

    private Bundle(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A component that is referred to and not yet copied. */
    private record Component(Path file, String kind, String name) { }

    /**
     * Bundles and writes.
     *
     * @param arguments the root file and the file to write
     * @throws IOException if a file cannot be read or written
     * @throws BadContract if the files do not fit together
     */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        String text = Yaml.write(of(Path.of(arguments[0])));
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    /**
     * The bundled document.
     *
     * @param root the root file; the others are found from there
     * @return the document as maps, lists and scalars, in the order of the files
     * @throws IOException if a file cannot be read
     * @throws BadContract if a reference leads nowhere, two components have the same kind and name, or a member has no
     *     value
     */
    public static Map<String, Object> of(Path root) throws IOException {
        return new Bundle(root).document();
    }

    private Map<String, Object> document() throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        for (Map.Entry<String, Object> member : file(root).entrySet()) {
            document.put(member.getKey(), "paths".equals(member.getKey())
                    ? paths(mapping(member.getValue(), root + " paths"))
                    : copy(member.getValue(), root, false));
        }
        while (!open.isEmpty()) {
            Component next = open.removeFirst();
            bundled.put(next.kind() + "/" + next.name(), copy(file(next.file()).get(next.name()), next.file(), false));
        }
        addComponents(document);
        return document;
    }

    /** What every operation may answer, so that no operation has to say it: the server is busy or away, and a body is too long or of another kind. */
    private void addCommonResponses(Map<String, Object> paths) throws IOException {
        Path responses = root.resolveSibling(COMMON_RESPONSES);
        if (!Files.isRegularFile(responses)) {
            return;
        }
        for (Map.Entry<String, Object> path : paths.entrySet()) {
            for (Map.Entry<String, Object> member : mapping(path.getValue(), path.getKey()).entrySet()) {
                if (member.getValue() instanceof Map<?, ?> operation && operation.get("responses") != null) {
                    Map<String, Object> declared = mapping(operation.get("responses"), path.getKey());
                    Map<String, String> common = new LinkedHashMap<>(EVERY_OPERATION);
                    if (operation.get("requestBody") != null) {
                        common.putAll(WITH_BODY);
                    }
                    for (Map.Entry<String, String> response : common.entrySet()) {
                        if (declared.get(response.getKey()) == null) {
                            declared.put(response.getKey(), Map.of("$ref", local(root, COMMON_RESPONSES + "#/" + response.getValue())));
                        }
                    }
                }
            }
        }
    }

    private Map<String, Object> paths(Map<String, Object> paths) throws IOException {
        Map<String, Object> inlined = new LinkedHashMap<>();
        for (Map.Entry<String, Object> path : paths.entrySet()) {
            Map<String, Object> item = mapping(path.getValue(), path.getKey());
            if (item.get("$ref") instanceof String reference) {
                Path file = target(root, reference);
                String name = name(root, reference);
                inlined.put(path.getKey(), copy(require(file, name, root, reference), file, false));
            } else {
                inlined.put(path.getKey(), copy(item, root, false));
            }
        }
        addCommonResponses(inlined);
        return inlined;
    }

    /** Adds what was collected to the components of the root: file by file, each in the order of its file. */
    private void addComponents(Map<String, Object> document) throws IOException {
        Map<String, Object> components = mapping(document.computeIfAbsent("components", k -> new LinkedHashMap<>()),
                "components");
        for (Map.Entry<Path, Set<String>> file : used.entrySet()) {
            String kind = kind(file.getKey(), file.getKey().toString());
            for (String name : file(file.getKey()).keySet()) {
                if (file.getValue().contains(name)) {
                    Map<String, Object> section = mapping(
                            components.computeIfAbsent(kind, k -> new LinkedHashMap<>()), kind);
                    if (section.put(name, bundled.get(kind + "/" + name)) != null) {
                        throw new BadContract(relative(file.getKey()) + ": " + name + " stands in the root file too");
                    }
                }
            }
        }
    }

    /** A copy whose references point into the bundle. {@code names}: the keys of this mapping are free names. */
    private Object copy(Object node, Path file, boolean names) throws IOException {
        if (node instanceof List<?> list) {
            List<Object> copies = new ArrayList<>();
            for (Object element : list) {
                copies.add(copy(element, file, false));
            }
            return copies;
        }
        if (!(node instanceof Map<?, ?>)) {
            return node;
        }
        Map<String, Object> source = mapping(node, relative(file));
        if (!names && source.get("$ref") instanceof String reference) {
            return Map.of("$ref", local(file, reference));
        }
        Map<String, Object> copies = new LinkedHashMap<>();
        for (Map.Entry<String, Object> member : source.entrySet()) {
            String key = member.getKey();
            if (!names && (DATA.contains(key) || key.startsWith("x-"))) {
                copies.put(key, member.getValue());
            } else if (member.getValue() == null) {
                throw new BadContract(relative(file) + ": '" + key + "' has no value; a text with a comma or colon needs quotes");
            } else if (!names && "examples".equals(key) && member.getValue() instanceof Map<?, ?> examples) {
                copies.put(key, examples(mapping(examples, relative(file)), file));
            } else {
                copies.put(key, copy(member.getValue(), file, !names && "properties".equals(key)));
            }
        }
        return copies;
    }

    private Map<String, Object> examples(Map<String, Object> examples, Path file) throws IOException {
        Map<String, Object> copies = new LinkedHashMap<>();
        for (Map.Entry<String, Object> example : examples.entrySet()) {
            boolean reference = example.getValue() instanceof Map<?, ?> value && value.get("$ref") instanceof String;
            copies.put(example.getKey(), reference ? copy(example.getValue(), file, false) : example.getValue());
        }
        return copies;
    }

    /** The reference as it reads in the bundle; what it points to is queued. */
    private String local(Path file, String reference) throws IOException {
        if (file.equals(root) && reference.startsWith("#/")) {
            return reference;
        }
        Path target = target(file, reference);
        String kind = kind(target, reference);
        String name = name(file, reference);
        require(target, name, file, reference);
        Path owner = owners.putIfAbsent(kind + "/" + name, target);
        if (owner != null && !owner.equals(target)) {
            throw new BadContract("two " + kind + " are called " + name + ": in " + relative(owner) + " and in "
                    + relative(target));
        }
        if (used.computeIfAbsent(target, k -> new LinkedHashSet<>()).add(name)) {
            open.addLast(new Component(target, kind, name));
        }
        return "#/components/" + kind + "/" + name;
    }

    private Path target(Path file, String reference) {
        String path = reference.substring(0, Math.max(0, reference.indexOf('#')));
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    private String name(Path file, String reference) {
        int at = reference.indexOf("#/");
        String name = at < 0 ? "" : reference.substring(at + 2);
        if (name.isEmpty() || name.contains("/")) {
            throw new BadContract(relative(file) + ": $ref " + reference + " is not of the form file.yaml#/Name");
        }
        return name;
    }

    private String kind(Path file, String reference) {
        String kind = file.getFileName().toString().replace(".yaml", "");
        if (!KINDS.contains(kind)) {
            throw new BadContract("$ref " + reference + ": components stand in files called " + KINDS.stream().sorted()
                    .map(k -> k + ".yaml").toList());
        }
        return kind;
    }

    private Object require(Path file, String name, Path from, String reference) throws IOException {
        if (!Files.isRegularFile(file) || file(file).get(name) == null) {
            throw new BadContract(relative(from) + ": $ref " + reference + " leads nowhere");
        }
        return file(file).get(name);
    }

    private Map<String, Object> file(Path file) throws IOException {
        Map<String, Object> content = files.get(file);
        if (content == null) {
            content = mapping(Yaml.read(relative(file), Files.readString(file)), relative(file));
            files.put(file, content);
        }
        return content;
    }

    private String relative(Path file) {
        return root.getParent().relativize(file).toString().replace('\\', '/');
    }

    @SuppressWarnings("unchecked") // YAML keys that are not strings are refused when the file is read.
    private static Map<String, Object> mapping(Object node, String where) {
        if (node instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new BadContract(where + ": a mapping is expected");
    }
}
