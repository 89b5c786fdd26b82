package dev.postrider.cli.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.postrider.campaign.PlanEstimate;
import dev.postrider.report.RunReport;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import dev.postrider.terminal.Text;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run that was planned: its figures, and what sending it would take. */
record PlannedRun(@JsonUnwrapped RunReport report, PlanEstimate estimate) {

    void print(Terminal terminal) {
        RunText.print(report, terminal);
        Facts facts = new Facts().add("to send", estimate.messages());
        if (estimate.accountUnknown() == null) {
            facts.add("quota left", quotaLeft(estimate.quotaLeft()))
                    .add("warm-up left", warmUpLeft(estimate))
                    .add("takes", duration(estimate.duration()));
        }
        facts.add("costs", String.format(Locale.ROOT, "about $%.2f", estimate.dollars()))
                .print(terminal);
        warn(terminal);
    }

    private void warn(Terminal terminal) {
        if (estimate.accountUnknown() != null) {
            terminal.warn(
                    "Whether the quota has room, and how long it takes, is not known: " + estimate.accountUnknown());
        }
        warn("24 hour quota", estimate.quotaLeft(), terminal);
        warn("warm-up of " + estimate.warmUpIdentity(), estimate.warmUpLeft(), terminal);
    }

    private void warn(String limit, @Nullable Long room, Terminal terminal) {
        if (room != null && room < estimate.messages()) {
            terminal.warn("The " + limit + " has room for " + room + " of " + estimate.messages()
                    + " messages: the run would pause.");
        }
    }

    private static @Nullable String warmUpLeft(PlanEstimate estimate) {
        return estimate.warmUpLeft() == null
                ? null
                : Text.of(estimate.warmUpLeft()) + " today from " + estimate.warmUpIdentity();
    }

    private static String quotaLeft(@Nullable Long quotaLeft) {
        return quotaLeft == null ? "unlimited" : Long.toString(quotaLeft);
    }

    private static String duration(@Nullable Duration duration) {
        if (duration == null) {
            return "as long as SES takes: the account has no maximum rate";
        }
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d at the allowed rate",
                duration.toHours(),
                duration.toMinutesPart(),
                duration.toSecondsPart());
    }
}
