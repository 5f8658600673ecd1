package dev.pledgedesk.bench.report;

import dev.pledgedesk.bench.desk.DeskServer.Cpu;
import dev.pledgedesk.bench.load.Load.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one kind of work, and what is read from them: always the median of the rounds. */
public final class Series {

    /**
     * One round.
     *
     * @param outcome what the clients saw
     * @param cpu     what the server and its database used, background work of this round included
     * @param client  what the clients themselves used, milliseconds
     */
    public record Round(Outcome outcome, Cpu cpu, long client) {
    }

    private final String work;
    private final List<Round> rounds = new ArrayList<>();

    private final int warm;

    /**
     * No round yet.
     *
     * @param work its name
     * @param warm how many pieces were done right before the first round
     */
    public Series(String work, int warm) {
        this.work = work;
        this.warm = warm;
    }

    /** How many pieces were done right before the first round. */
    public int warm() {
        return warm;
    }

    /** The name of the work. */
    public String work() {
        return work;
    }

    /** One round more. */
    public void add(Round round) {
        rounds.add(round);
    }

    /** How many rounds there are. */
    public int rounds() {
        return rounds.size();
    }

    /** Pieces of all rounds. */
    public int count() {
        return rounds.stream().mapToInt(round -> round.outcome().count()).sum();
    }

    private double median(ToDoubleFunction<Round> figure) {
        return Statistics.median(rounds.stream().map(figure::applyAsDouble).toList());
    }

    /** CPU of server and database for one piece, milliseconds. */
    public double cpu() {
        return median(round -> (double) round.cpu().sum() / round.outcome().count());
    }

    /** The server's part of it. */
    public double serverCpu() {
        return median(round -> (double) round.cpu().server() / round.outcome().count());
    }

    /** The database's part of it. */
    public double databaseCpu() {
        return median(round -> (double) round.cpu().database() / round.outcome().count());
    }

    /** CPU of the clients and of the database for one piece: the whole cost where the client itself does the work. */
    public double clientAndDatabaseCpu() {
        return median(round -> (double) (round.client() + round.cpu().database()) / round.outcome().count());
    }

    /** The lowest and the highest CPU for one piece of all rounds, milliseconds. */
    public double[] cpuRange() {
        return new double[] {rounds.stream().mapToDouble(round -> (double) round.cpu().sum() / round.outcome().count()).min().orElse(0),
            rounds.stream().mapToDouble(round -> (double) round.cpu().sum() / round.outcome().count()).max().orElse(0)};
    }

    /** Pieces a second. */
    public double throughput() {
        return median(round -> round.outcome().perSecond());
    }

    /** A percentile of the latency over all rounds, milliseconds. */
    public double latency(double share) {
        return Statistics.percentile(Statistics.merged(rounds.stream().map(round -> round.outcome().latencies()).toList()), share) / 1e6;
    }
}
