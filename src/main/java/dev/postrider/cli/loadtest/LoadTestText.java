package dev.postrider.cli.loadtest;

import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.loadtest.AllowedLoad;
import dev.postrider.loadtest.LoadPlan;
import dev.postrider.loadtest.LoadReport;
import dev.postrider.loadtest.LoadReport.State;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import dev.postrider.terminal.Text;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Load tests as people read them. */
final class LoadTestText {

    private static final double MUCH = 0.8;

    /** Seconds of a test that tells nothing about its rate. */
    private static final double SHORT = 2;

    private LoadTestText() {}

    /** Says what is about to happen, and where the account's limits leave less than was asked for. */
    static void announce(LoadPlan plan, AllowedLoad allowed, double dollars, Terminal terminal) {
        Double asked = plan.rate();
        Double rate = allowed.rate();
        if (asked != null && rate != null && rate < asked) {
            terminal.warn("SES allows this account " + number(rate) + " messages a second, not " + number(asked) + ".");
        }
        if (allowed.messages() < plan.count()) {
            terminal.warn("The account's 24 hour quota has room for " + Text.of(allowed.messages()) + " of "
                    + Text.of(plan.count()) + " messages: the test stops there.");
        }
        terminal.note("Sending " + Text.of(allowed.messages()) + " messages to SES's mailbox simulator"
                + (rate == null ? "" : ", at most " + number(rate) + " in any second")
                + String.format(Locale.ROOT, "; Amazon takes about $%.2f for them.", dollars));
    }

    static void print(LoadReport report, Terminal terminal) {
        LoadReport.Messages messages = report.messages();
        LoadReport.Requests requests = report.requests();
        Facts facts = new Facts()
                .add("state", report.state())
                .add("planned", report.planned())
                .add("tried", messages.tried());
        messages.outcomes().forEach((outcome, count) -> facts.add("  " + outcome, count));
        facts.add("accepted for", byMailbox(messages.accepted()))
                .add("duration", number(report.seconds()) + " s")
                .add(
                        "rate",
                        number(report.rate().achieved()) + " accepted messages/s"
                                + limit(report.rate().most()))
                .add("requests", requests.count())
                .print(terminal);
        printLatency(requests, terminal);
        printRefused(messages, terminal);
    }

    private static String byMailbox(Map<String, Long> accepted) {
        return accepted.entrySet().stream()
                .map(mailbox -> mailbox.getKey() + " " + Text.of(mailbox.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String limit(@Nullable Double most) {
        return most == null ? "" : " (at most " + number(most) + " in any second)";
    }

    private static void printLatency(LoadReport.Requests requests, Terminal terminal) {
        if (requests.count() > 0) {
            terminal.out().println();
        }
        Table table = new Table("REQUESTS", "COUNT", "P50 MS", "P90 MS", "P99 MS", "MAX MS");
        requests.latency()
                .forEach((outcome, latency) -> table.row(
                        outcome,
                        latency.requests(),
                        millis(latency.p50()),
                        millis(latency.p90()),
                        millis(latency.p99()),
                        millis(latency.max())));
        table.print(terminal);
    }

    private static void printRefused(LoadReport.Messages messages, Terminal terminal) {
        if (!messages.refused().isEmpty()) {
            terminal.out().println();
        }
        Table table = new Table("NOT ACCEPTED", "MESSAGES", "CAUSE");
        messages.refused().forEach(refused -> table.row(refused.outcome(), refused.messages(), refused.cause()));
        table.print(terminal);
    }

    /** Says on err why the test ended early, or did not get to its rate. */
    static void explain(LoadReport report, LoadPlan plan, Terminal terminal) {
        if (report.state() == State.FAILED) {
            terminal.error("the load test failed: " + report.reason());
        } else if (report.state() != State.COMPLETED) {
            terminal.warn("The load test ended early: " + report.reason() + ".");
        } else if (isSlow(report)) {
            terminal.note(
                    isBusy(report, plan.threads())
                            ? "All " + plan.threads()
                                    + " threads waited for SES most of the time: more --threads may bring a higher rate."
                            : "Each message counted against the rate until a second after SES answered, which took long.");
        }
    }

    private static boolean isSlow(LoadReport report) {
        Double most = report.rate().most();
        return most != null && report.seconds() > SHORT && report.messages().tried() / report.seconds() < MUCH * most;
    }

    private static boolean isBusy(LoadReport report, int threads) {
        return report.requests().seconds() > MUCH * threads * report.seconds();
    }

    static int exitCode(State state) {
        return switch (state) {
            case COMPLETED -> ExitCodes.DONE;
            case LIMITED -> ExitCodes.PAUSED;
            case STOPPED, FAILED -> ExitCodes.FAILED;
        };
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Text.of((long) value) : String.format(Locale.ROOT, "%,.1f", value);
    }
}
