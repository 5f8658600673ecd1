import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * Lints the contract, compiles the TypeScript client, tests and packs it with what Node.js brings. Started by the build as a source file,
 * so that it runs alike on every system; without Node.js on the path it says so and leaves the build alone.
 */
final class NodeBuild {

    private static final int OLDEST_NODE = 20;
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path module;

    private NodeBuild(Path module) {
        this.module = module;
    }

    /**
     * Runs all steps and ends with the status of the first that fails.
     *
     * @param arguments the directory of the module
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new NodeBuild(Path.of(arguments[0])).run());
    }

    private int run() throws IOException, InterruptedException {
        String lack = lack();
        if (lack != null) {
            System.out.println("[WARNING] " + lack + ": the TypeScript client and the lint of the contract are skipped.");
            return 0;
        }
        int status = install();
        if (status == 0) {
            status = step(3, "node", script("@stoplight/spectral-cli/dist/index.js"), "lint", "--quiet",
                    "--fail-severity", "warn", "--ruleset", "../spec/.spectral.yaml",
                    "../spec/target/classes/META-INF/pledgedesk/openapi.yaml");
        }
        if (status == 0) {
            addOwn();
            status = step(5, "node", script("typescript/bin/tsc"), "--project", "tsconfig.json");
        }
        if (status == 0) {
            status = step(2, "node", "--test", "src/test/desk.test.mjs");
        }
        if (status == 0) {
            status = step(2, npm(), "pack", "--silent", "--pack-destination", "target");
        }
        return status;
    }

    /** Puts what is written by hand beside what is generated, and into its index. */
    private void addOwn() throws IOException {
        Path generated = module.resolve("target/typescript");
        Files.copy(module.resolve("src/client/desk.ts"), generated.resolve("desk.ts"), StandardCopyOption.REPLACE_EXISTING);
        Path index = generated.resolve("index.ts");
        String own = "export * from './desk.js';";
        if (!Files.readString(index).contains(own)) {
            Files.writeString(index, own + System.lineSeparator(), StandardOpenOption.APPEND);
        }
    }

    /** What is missing on this machine, or null. */
    private String lack() throws InterruptedException {
        try {
            String version = output("node", "--version");
            if (Integer.parseInt(version.replaceAll("^v(\\d+).*$", "$1")) < OLDEST_NODE) {
                return "Node.js " + version + " is older than " + OLDEST_NODE;
            }
            output(npm(), "--version");
            return null;
        } catch (IOException | NumberFormatException e) {
            return "No Node.js with npm on the path";
        }
    }

    /** Installs what the lock file names, unless that is what stands there. */
    private int install() throws IOException, InterruptedException {
        Path stamp = module.resolve("node_modules/.installed-lock");
        String lock = Files.readString(module.resolve("package-lock.json"));
        if (Files.exists(stamp) && Files.readString(stamp).equals(lock)) {
            return 0;
        }
        int status = step(10, npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        if (status == 0) {
            Files.writeString(stamp, lock);
        }
        return status;
    }

    private static String npm() {
        return WINDOWS ? "npm.cmd" : "npm";
    }

    private static String script(String name) {
        return "node_modules/" + name;
    }

    private String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(module.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes()).trim();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " fails");
        }
        return text;
    }

    private int step(int minutes, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(module.toFile()).inheritIO().start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            System.out.println("[ERROR] " + String.join(" ", command) + " did not end within " + minutes + " minutes.");
            return 1;
        }
        return process.exitValue();
    }
}
