package dev.pledgedesk.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** Makes a small application that looks where its classes come from; it carries a copy of the SPI, as a careless build might. */
final class LoaderProbeWar {

    private static final String SERVLET = """
        package probe;
        @jakarta.servlet.annotation.WebServlet("/probe")
        public class Probe extends jakarta.servlet.http.HttpServlet {
          @Override protected void doGet(jakarta.servlet.http.HttpServletRequest q, jakarta.servlet.http.HttpServletResponse a) throws java.io.IOException {
            ClassLoader spi, own = Probe.class.getClassLoader();
            boolean sees = true, shared = true;
            try { spi = own.loadClass("%1$s").getClassLoader(); } catch (ClassNotFoundException e) { throw new java.io.IOException(e); }
            try { spi.loadClass("probe.Probe"); } catch (ClassNotFoundException e) { sees = false; }
            a.getWriter().println("the SPI comes from the loader of the server: " + (spi == ClassLoader.getSystemClassLoader()));
            a.getWriter().println("the copy inside the WAR is not used: " + (spi != own));
            a.getWriter().println("the SPI's loader sees the application: " + sees);
            a.getWriter().println("a class of the application comes from the loader of the server: " + (own == ClassLoader.getSystemClassLoader()));
          }
        }
        """;
    private static final String HEALTH = """
        package probe;
        @org.eclipse.microprofile.health.Readiness @jakarta.enterprise.context.ApplicationScoped
        public class Ready implements org.eclipse.microprofile.health.HealthCheck {
          @Override public org.eclipse.microprofile.health.HealthCheckResponse call() { return org.eclipse.microprofile.health.HealthCheckResponse.up("probe"); }
        }
        """;
    private static final String ROOT = "<glassfish-web-app><context-root>/</context-root></glassfish-web-app>";

    private LoaderProbeWar() {
    }

    static Path write(Path war) throws IOException {
        Path sources = Files.createTempDirectory(war.getParent(), "probe");
        Map<String, byte[]> spi = spiClasses();
        String spiClass = spi.keySet().stream().filter(name -> !name.contains("$") && !name.endsWith("package-info.class")).findFirst().orElseThrow();
        Path servlet = Files.writeString(sources.resolve("Probe.java"), SERVLET.formatted(spiClass.replace('/', '.').replace(".class", "")));
        Path health = Files.writeString(sources.resolve("Ready.java"), HEALTH);
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", sources.toString(), "-cp", System.getProperty("java.class.path") + File.pathSeparator
            + serverJars(), servlet.toString(), health.toString());
        if (status != 0) {
            throw new IOException("The probe does not compile.");
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            add(zip, "WEB-INF/glassfish-web.xml", ROOT.getBytes());
            add(zip, "WEB-INF/beans.xml", new byte[0]);
            for (String name : List.of("Probe", "Ready")) {
                add(zip, "WEB-INF/classes/probe/" + name + ".class", Files.readAllBytes(sources.resolve("probe/" + name + ".class")));
            }
            for (var entry : spi.entrySet()) {
                add(zip, "WEB-INF/classes/" + entry.getKey(), entry.getValue());
            }
        }
        return war;
    }

    private static String serverJars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("pledgedesk.distribution"), "micro", "runtime"))) {
            return jars.map(Path::toString).filter(name -> name.endsWith(".jar")).reduce((a, b) -> a + File.pathSeparator + b).orElseThrow();
        }
    }

    private static Map<String, byte[]> spiClasses() throws IOException {
        var classes = new TreeMap<String, byte[]>();
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("pledgedesk.distribution"), "lib"))) {
            Path jar = jars.filter(file -> file.getFileName().toString().startsWith("spi-")).findFirst().orElseThrow();
            try (var zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith("dev/pledgedesk/sdk/") && entry.getName().endsWith(".class")) {
                        classes.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                    }
                }
            }
        }
        return classes;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
