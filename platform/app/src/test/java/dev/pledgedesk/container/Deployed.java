package dev.pledgedesk.container;

import dev.pledgedesk.sdk.DeskPlugin;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed: the WAR as it was built, with the in-container tests in it. */
public final class Deployed {

    private Deployed() {
    }

    /** The application with all in-container tests; the same for every test class, because there is one boot. */
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/pledgedesk.war")).addPackages(true, "dev.pledgedesk.inside")
                .addClasses(dev.pledgedesk.eventing.control.WorkProbe.class,
                        dev.pledgedesk.identity.control.SignInProbe.class, dev.pledgedesk.identity.control.CountingPasswords.class).addClasses(Deployed.class, Keys.class).addAsLibrary(jarOf(Assertions.class)).addAsLibrary(jarOf(Awaitility.class)).addAsLibrary(jarOf(Matchers.class));
    }

    /** A plugin in a jar of its own, made of classes that the application does not hold; carelessly built, it carries the SDK as well. */
    static Path plugin() {
        File jar = new File("target/arquillian/sample-plugin.jar").getAbsoluteFile();
        ShrinkWrap.create(JavaArchive.class).addPackages(true, "sample.plugin").addClass(DeskPlugin.class)
                .addAsManifestResource(new StringAsset("sample.plugin.SamplePlugin\n"), "services/dev.pledgedesk.sdk.DeskPlugin")
                .as(ZipExporter.class).exportTo(jar, true);
        return jar.toPath();
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
