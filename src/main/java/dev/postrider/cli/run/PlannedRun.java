package dev.postrider.cli.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.postrider.campaign.PlanEstimate;
import dev.postrider.report.RunReport;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run that was planned: its figures, and what sending it would take. */
record PlannedRun(@JsonUnwrapped RunReport report, PlanEstimate estimate) {

    void print(Terminal terminal) {
        RunText.print(report, terminal);
        new Facts()
                .add("to send", estimate.messages())
                .add("quota left", quotaLeft(estimate.quotaLeft()))
                .add("takes", duration(estimate.duration()))
                .add("costs", String.format(Locale.ROOT, "about $%.2f", estimate.dollars()))
                .print(terminal);
        Long quotaLeft = estimate.quotaLeft();
        if (quotaLeft != null && quotaLeft < estimate.messages()) {
            terminal.warn("The 24 hour quota has room for " + quotaLeft + " of " + estimate.messages()
                    + " messages: the run would pause.");
        }
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
