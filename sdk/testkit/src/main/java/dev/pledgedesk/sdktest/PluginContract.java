package dev.pledgedesk.sdktest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.pledgedesk.sdk.Contribution;
import dev.pledgedesk.sdk.DeskPlugin;
import dev.pledgedesk.sdk.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * What every plugin is held to, whatever it does; inherited by a test class of the plugin's, which says which plugin it is and gives settings for each thing it
 * offers. What the plugin is for, it tests itself.
 */
public abstract class PluginContract {

    private static final int THREADS = 16;
    private static final long LOOK_MILLIS = 10;
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    /** The plugin. */
    protected abstract DeskPlugin plugin();

    /** Settings of something that it offers, as a tenant would write them; secrets by any name. */
    protected abstract Map<String, ?> settings(String contribution);

    /** What each instance is made with; overridden by a plugin whose calls to other servers need answers. */
    protected TestContext context() {
        return new TestContext();
    }

    /** One container for each thing it offers. */
    @TestFactory
    Stream<DynamicNode> keepsTheContract() {
        return plugin().contributions().stream().map(offered -> dynamicContainer(offered.id() + " (" + offered.point() + ")", Stream.of(
                dynamicTest("takes its settings", () -> made(offered, context())),
                dynamicTest("says no word of its secrets", () -> keepsSecrets(offered)),
                dynamicTest("answers awkward words in time", () -> answersInTime(offered)),
                dynamicTest("answers sixteen at once as it answers one", () -> answersManyAtOnce(offered)),
                dynamicTest("keeps nothing where two tenants share it", () -> sharesNothing(offered)),
                dynamicTest("stops when it is told to", () -> stops(offered)),
                dynamicTest("leaves nothing behind", () -> leavesNothing(offered)))));
    }

    private Object made(Contribution<?, ?> offered, TestContext context) {
        Object instance = Instances.make(Object.class, offered, settings(offered.id()), context);
        assertThat(instance).isInstanceOf(offered.point().type());
        return instance;
    }

    private void keepsSecrets(Contribution<?, ?> offered) throws Exception {
        assertThat(String.valueOf(Instances.read(offered, settings(offered.id())).settings())).doesNotContain(Instances.SECRET);
        TestContext context = context();
        Object instance = made(offered, context);
        for (String words : Questions.WORDS) {
            assertThat(said(instance, words)).doesNotContain(Instances.SECRET);
        }
        assertThat(String.valueOf(instance)).doesNotContain(Instances.SECRET);
        assertThat(context.lines()).noneMatch(line -> line.contains(Instances.SECRET));
    }

    /** The answer or the exception as text; that there is one of them is all that is asked here. */
    private static String said(Object instance, String words) {
        try {
            return String.valueOf(Questions.ask(instance, words));
        } catch (Exception thrown) {
            return String.valueOf(thrown);
        }
    }

    private void answersInTime(Contribution<?, ?> offered) throws Exception {
        Object instance = made(offered, context());
        // Once without the clock, for classes that are only loaded now.
        Questions.ask(instance, "x");
        for (String words : Questions.WORDS) {
            long begin = System.nanoTime();
            assertThat(Questions.ask(instance, words)).as("an answer is never null").isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("%s characters", words.length()).isLessThan(offered.point().budget());
        }
    }

    private void answersManyAtOnce(Contribution<?, ?> offered) throws Exception {
        TestContext context = context();
        Object instance = made(offered, context);
        String expected = String.valueOf(Questions.ask(instance, Questions.WORDS.get(2)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch together = new CountDownLatch(THREADS);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                answers.add(threads.submit((Callable<String>) () -> {
                    together.countDown();
                    together.await();
                    return String.valueOf(Questions.ask(instance, Questions.WORDS.get(2)));
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get(1, TimeUnit.MINUTES)).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void sharesNothing(Contribution<?, ?> offered) throws Exception {
        TestContext one = context();
        TestContext other = context();
        Object first = made(offered, one);
        Object second = made(offered, other);
        for (String words : Questions.WORDS) {
            said(first, words);
        }
        assertThat(other.store().list("", "", 500)).as("what one tenant's instance keeps is not the other's").isEmpty();
        assertThat(String.valueOf(Questions.ask(second, "x"))).isEqualTo(String.valueOf(Questions.ask(made(offered, context()), "x")));
    }

    private void stops(Contribution<?, ?> offered) throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        TestContext context = context().answering(call -> {
            called.countDown();
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return new Http.Reply(503, "", new byte[0]);
        });
        Object instance = made(offered, context);
        AtomicReference<String> end = new AtomicReference<>();
        Thread thread = new Thread(() -> end.set(said(instance, Questions.WORDS.get(2))));
        thread.start();
        // One that calls nobody ends by itself; one that does waits in its call.
        long limit = System.nanoTime() + offered.point().budget().toNanos();
        while (thread.isAlive() && called.getCount() > 0 && System.nanoTime() < limit) {
            thread.join(LOOK_MILLIS);
        }
        thread.interrupt();
        thread.join(AFTER_INTERRUPT.toMillis());
        assertThat(thread.isAlive()).as("it goes on although it was interrupted").isFalse();
        assertThat(end.get()).isNotNull();
    }

    private void leavesNothing(Contribution<?, ?> offered) throws Exception {
        List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
        TestContext context = context();
        Object instance = made(offered, context);
        said(instance, "x");
        if (instance instanceof AutoCloseable closeable) {
            closeable.close();
        }
        context.close();
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(t -> t.isAlive() && !before.contains(t) && !t.isDaemon()).toList()).as("threads of its own").isEmpty();
    }
}
