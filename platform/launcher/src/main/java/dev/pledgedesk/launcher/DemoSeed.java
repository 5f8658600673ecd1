package dev.pledgedesk.launcher;

import dev.pledgedesk.client.api.IdentityApi;
import dev.pledgedesk.client.connect.Connection;
import dev.pledgedesk.client.model.Tenant;
import dev.pledgedesk.database.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills the demo's tenants once, by doing over the REST interface what real people would do. A small file in the home remembers which tenant is
 * full; without it everything is looked up first, so that nothing is there twice.
 */
final class DemoSeed {

    /** A tenant and what belongs into it. */
    record Plot(Tenant tenant, DemoData data) {
    }

    private final Settings settings;
    private final String operatorToken;
    private final Path marks;

    /**
     * Prepares it.
     *
     * @param settings      for the address of the running server
     * @param operatorToken to add staff with
     */
    DemoSeed(Settings settings, String operatorToken) {
        this.settings = settings;
        this.operatorToken = operatorToken;
        this.marks = settings.home().resolve("demo");
    }

    /** Whether a tenant is not known to be full. */
    boolean isNeeded(Plot plot) throws IOException {
        Path mark = mark(plot);
        return !plot.data().accounts().isEmpty()
            && !(Files.isRegularFile(mark) && Files.readString(mark, StandardCharsets.UTF_8).strip().equals(plot.tenant().getId().toString()));
    }

    /** Fills tenants side by side; returns how many. */
    Integer sow(List<Plot> plots) throws IOException, InterruptedException {
        PrivateFiles.createDirectory(marks);
        ExecutorService hands = Executors.newFixedThreadPool(Math.max(1, Math.min(plots.size(), Runtime.getRuntime().availableProcessors())));
        try {
            for (Future<Object> done : hands.invokeAll(plots.stream().map(this::work).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException(e.getCause());
        } finally {
            hands.shutdown();
        }
        return plots.size();
    }

    private Callable<Object> work(Plot plot) {
        return () -> {
            URI server = URI.create(settings.baseUrl());
            var people = new DemoPeople(Connection.to(server).withHost(plot.tenant().getHosts().get(0) + ":" + settings.httpPort()), plot.data());
            people.hire(new IdentityApi(Connection.to(server).withToken(() -> operatorToken).open()));
            var training = plot.data().training() == null ? null : new DemoTraining(plot.data(), people);
            if (training != null) {
                training.certify();
            }
            if (!plot.data().tickets().isEmpty()) {
                new DemoStory(plot.data(), people).play();
            }
            if (training != null) {
                training.teach();
            }
            if (plot.data().roster() != null) {
                DemoRoster.plan(plot.data(), people);
            }
            if (plot.data().appraisal() != null) {
                new DemoAppraisal(plot.data(), people).play();
            }
            if (plot.data().quality() != null) {
                new DemoQuality(plot.data(), people).play();
            }
            Files.writeString(mark(plot), plot.tenant().getId() + "\n", StandardCharsets.UTF_8);
            return null;
        };
    }

    private Path mark(Plot plot) {
        return marks.resolve(plot.tenant().getKey());
    }
}
