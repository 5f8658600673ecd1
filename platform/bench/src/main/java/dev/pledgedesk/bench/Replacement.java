package dev.pledgedesk.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The product with one class of the application replaced, in a copy made here and nowhere else: the control of what that class costs. */
final class Replacement {

    private static final String PACKAGE = "dev/pledgedesk/privacy/control/";

    private Replacement() {
    }

    /**
     * Writes the application; needs the compiler of a JDK.
     *
     * @param name the class, whose other source stands in the folder {@code nothing} of the resources
     */
    static Path war(Path product, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path source = folder.resolve(name + ".java");
        try (InputStream in = Replacement.class.getResourceAsStream("/nothing/" + name + ".java.txt")) {
            Files.writeString(source, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || compiler.run(null, null, null, "-proc:none", "-classpath", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString()) != 0) {
            throw new IOException("The class for the control could not be compiled; a JDK is needed.");
        }
        String replacedClass = PACKAGE + name + ".class";
        Path war = folder.resolve("pledgedesk.war").toAbsolutePath();
        try (ZipFile in = new ZipFile(product.toFile()); OutputStream file = Files.newOutputStream(war); ZipOutputStream out = new ZipOutputStream(file)) {
            int replaced = 0;
            for (ZipEntry entry : List.copyOf(in.stream().map(e -> (ZipEntry) e).toList())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("WEB-INF/classes/" + replacedClass)) {
                    Files.copy(folder.resolve(replacedClass), out);
                    replaced++;
                } else {
                    try (InputStream bytes = in.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
                out.closeEntry();
            }
            if (replaced != 1) {
                throw new IOException(product + " has no " + replacedClass);
            }
        }
        return war;
    }
}
