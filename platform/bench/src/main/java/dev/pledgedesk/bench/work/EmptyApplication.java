package dev.pledgedesk.bench.work;

import dev.pledgedesk.bench.load.HttpRequest;
import dev.pledgedesk.bench.load.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The control of everything that is read: a resource without content in an application of its own, beside the product in the same server. The product is not
 * touched: the server itself deploys what a file on the class path of its start tells it to.
 */
public final class EmptyApplication {

    /** Where it answers when it is served instead of the product: the server names it after its file. */
    public static final String ROOT_ALONE = "/empty";

    private static final String ROOT = "/empty";
    private static final String CLASSES = "dev/pledgedesk/bench/empty/";
    private static final String COMMANDS = "MICRO-INF/post-boot-commands.txt";

    private EmptyApplication() {
    }

    /**
     * Writes the application and the command that deploys it.
     *
     * @param folder where
     * @return options for the server's JVM
     */
    public static List<String> prepare(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(COMMANDS).getParent());
        Files.writeString(folder.resolve(COMMANDS), "deploy --contextroot=" + ROOT + " " + war(folder) + "\n");
        return List.of("-Xbootclasspath/a:" + folder.toAbsolutePath());
    }

    /**
     * Writes the application to be served instead of the product.
     *
     * @param folder where
     * @return options for the server's JVM
     */
    public static List<String> alone(Path folder) throws IOException {
        Files.createDirectories(folder);
        return List.of("-Dpledgedesk.war=" + war(folder));
    }

    private static Path war(Path folder) throws IOException {
        Path war = folder.resolve("empty.war").toAbsolutePath();
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            // As files, not as classes: this process has no Jakarta EE.
            for (String name : List.of("EmptyResource", "EmptyRoot")) {
                String file = CLASSES + name + ".class";
                zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
                try (InputStream in = EmptyApplication.class.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(zip);
                }
            }
        }
        return war;
    }

    /** Reading the resource beside the product. */
    public static Work work(int port) {
        return work(port, ROOT);
    }

    /** Reading the resource. */
    public static Work work(int port, String root) {
        return new HttpWork("control.empty-resource", port, 200) {
            @Override
            byte[] request(int client, SplittableRandom random) {
                return HttpRequest.get("localhost:" + port, root + "/nothing").bytes();
            }
        };
    }
}
