package dev.pledgedesk.bench;

import dev.pledgedesk.bench.data.Form;
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

/** The product with a cipher that does nothing, made here and nowhere else: one class of the application is replaced in a copy of it. Values are as long as sealed ones. */
final class NothingCipher {

    private static final int BEFORE = 12;
    private static final int BEHIND = 16;
    private static final String CLASS = "dev/pledgedesk/privacy/control/PersonKey.class";

    /** Rows as the class writes them: form byte, twelve bytes before the value, sixteen behind it. */
    static final Form FORM = (key, place, value) -> {
        byte[] bytes = new byte[1 + BEFORE + value.length + BEHIND];
        bytes[0] = 1;
        System.arraycopy(value, 0, bytes, 1 + BEFORE, value.length);
        return bytes;
    };

    private NothingCipher() {
    }

    /** Writes the application; needs the compiler of a JDK. */
    static Path war(Path product, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path source = folder.resolve("PersonKey.java");
        try (InputStream in = NothingCipher.class.getResourceAsStream("/nothing/PersonKey.java.txt")) {
            Files.writeString(source, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null || compiler.run(null, null, null, "-proc:none", "-classpath", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString()) != 0) {
            throw new IOException("The cipher that does nothing could not be compiled; a JDK is needed.");
        }
        Path war = folder.resolve("pledgedesk.war").toAbsolutePath();
        try (ZipFile in = new ZipFile(product.toFile()); OutputStream file = Files.newOutputStream(war); ZipOutputStream out = new ZipOutputStream(file)) {
            int replaced = 0;
            for (ZipEntry entry : List.copyOf(in.stream().map(e -> (ZipEntry) e).toList())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("WEB-INF/classes/" + CLASS)) {
                    Files.copy(folder.resolve(CLASS), out);
                    replaced++;
                } else {
                    try (InputStream bytes = in.getInputStream(entry)) {
                        bytes.transferTo(out);
                    }
                }
                out.closeEntry();
            }
            if (replaced != 1) {
                throw new IOException(product + " has no " + CLASS);
            }
        }
        return war;
    }
}
