package dev.postrider.node;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a node.
 *
 * @param period between two looks for runs that are due; with the lease it bounds how long a dead process's run waits
 * @param maxRuns runs that the node works on at the same time; others wait, or go to another node
 * @param maxTakeovers in a row of a run of dead processes without progress, after which it waits for a person
 * @param shutdownLimit within so long a node that is shut down has ended, whatever is at work
 */
@ConfigurationProperties("postrider.node")
public record NodeSettings(
        @DefaultValue("5s") Duration period,
        @DefaultValue("4") int maxRuns,
        @DefaultValue("5") int maxTakeovers,
        @DefaultValue("60s") Duration shutdownLimit) {

    private static final Duration LEAST_LIMIT = Duration.ofSeconds(1);
    private static final Duration MOST_CLOSING = Duration.ofSeconds(10);
    private static final int CLOSING_PART = 4;

    public NodeSettings {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("postrider.node.period has to be longer than 0");
        }
        if (maxRuns < 1) {
            throw new IllegalArgumentException("postrider.node.max-runs has to be 1 or more");
        }
        if (maxTakeovers < 1) {
            throw new IllegalArgumentException("postrider.node.max-takeovers has to be 1 or more");
        }
        if (shutdownLimit.compareTo(LEAST_LIMIT) < 0) {
            throw new IllegalArgumentException("postrider.node.shutdown-limit has to be 1s or more");
        }
    }

    /** Of the limit, how long runs and other jobs have to finish what is claimed; in the rest the stores are closed. */
    Duration workLimit() {
        Duration part = shutdownLimit.dividedBy(CLOSING_PART);
        return shutdownLimit.minus(part.compareTo(MOST_CLOSING) < 0 ? part : MOST_CLOSING);
    }
}
