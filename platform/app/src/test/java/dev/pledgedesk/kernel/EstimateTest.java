package dev.pledgedesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Intervals hold what they promise: against tables, and by counting how often they are right. */
class EstimateTest {

    @Test
    void aMeanHasTheIntervalOfStudent() {
        Estimate five = Estimate.of(List.of(60, 70, 80, 90, 100));
        assertThat(five.mean()).isEqualTo(80);
        // Table: t for four degrees of freedom is 2.776; the standard error is 15.811 / root of 5.
        assertThat(five.low()).isCloseTo(80 - 2.776 * 7.0711, within(0.01));
        assertThat(five.high()).isCloseTo(80 + 2.776 * 7.0711, within(0.01));
    }

    @Test
    void ofOneNothingIsKnownAndOfAllEverything() {
        Estimate one = Estimate.of(List.of(70));
        assertThat(one.low()).isNull();
        assertThat(one.minus(Estimate.of(List.of(60, 62))).above()).as("nothing can be told apart").isFalse();
        assertThat(Estimate.ofAll(List.of(70, 90)).low()).isEqualTo(80);
    }

    @Test
    void fewWhoAgreeAreNotCertain() {
        assertThat(Estimate.of(List.of(90, 90, 90)).low()).isNull();
        assertThat(Estimate.of(List.of(90, 90, 90)).minus(Estimate.of(List.of(80, 80, 80))).above()).isFalse();
        assertThat(Estimate.onScale(0, 100, List.of(100, 100, 100)).low()).isBetween(50.0, 70.0);
        assertThat(Estimate.onScale(0, 100, Collections.nCopies(60, 100)).low()).isBetween(97.0, 99.5);
        assertThat(Estimate.onScale(1, 5, List.of(4)).low()).isNull();
    }

    @Test
    void allOfFewIsNotCertain() {
        Estimate all = Estimate.share(3, 3);
        assertThat(all.mean()).isEqualTo(100);
        assertThat(all.minus(Estimate.share(2, 3)).above()).isFalse();
        assertThat(Estimate.share(300, 300).minus(Estimate.share(200, 300)).above()).isTrue();
        assertThat(Estimate.events(0).minus(Estimate.events(1)).below()).isFalse();
        assertThat(Estimate.events(10).minus(Estimate.events(60)).below()).isTrue();
    }

    /** Of 2,000 differences of nothing, about one in twenty is said to be something, and no more. */
    @Property(tries = 10)
    void nothingIsTakenForSomethingOneTimeInTwenty(@ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int n) {
        SplittableRandom chance = new SplittableRandom(seed);
        int wrong = 0;
        for (int i = 0; i < 2000; i++) {
            Estimate difference = Estimate.of(draws(chance, n)).minus(Estimate.of(draws(chance, n + 4)));
            wrong += difference.above() || difference.below() ? 1 : 0;
        }
        assertThat(wrong).isBetween(50, 150);
    }

    @Property(tries = 10)
    void sharesThatAreTheSameAreSeldomToldApart(@ForAll long seed, @ForAll @IntRange(min = 3, max = 40) int n, @ForAll @DoubleRange(min = 0.5, max = 0.98) double p) {
        SplittableRandom chance = new SplittableRandom(seed);
        int wrong = 0;
        for (int i = 0; i < 2000; i++) {
            Estimate difference = Estimate.share(hits(chance, n, p), n).minus(Estimate.share(hits(chance, n, p), n));
            wrong += difference.above() || difference.below() ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(150);
    }

    @Property(tries = 10)
    void countsThatAreTheSameAreSeldomToldApart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int mean) {
        SplittableRandom chance = new SplittableRandom(seed);
        int wrong = 0;
        for (int i = 0; i < 2000; i++) {
            Estimate difference = Estimate.events(hits(chance, 1000, mean / 1000.0)).minus(Estimate.events(hits(chance, 1000, mean / 1000.0)));
            wrong += difference.above() || difference.below() ? 1 : 0;
        }
        assertThat(wrong).isLessThanOrEqualTo(150);
    }

    @Property
    void aSumOfOneIsItself(@ForAll @Size(min = 2, max = 9) List<@DoubleRange(min = 0, max = 100) Double> values) {
        Estimate one = Estimate.of(values);
        Estimate same = Estimate.sum(new double[] {1}, one);
        assertThat(same.mean()).isEqualTo(one.mean());
        assertThat(same.bounded()).isEqualTo(one.bounded());
        assertThat(one.bounded() ? same.low() - one.low() : 0).isCloseTo(0, within(1e-6));
    }

    private static List<Double> draws(SplittableRandom chance, int n) {
        return DoubleStream.generate(() -> 70 + 10 * chance.nextGaussian()).limit(n).boxed().toList();
    }

    private static long hits(SplittableRandom chance, int n, double p) {
        return DoubleStream.generate(chance::nextDouble).limit(n).filter(x -> x < p).count();
    }
}
