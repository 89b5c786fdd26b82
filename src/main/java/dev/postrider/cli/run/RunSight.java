package dev.postrider.cli.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.postrider.report.RunReport;
import dev.postrider.terminal.Gauge;
import dev.postrider.terminal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands at one moment.
 *
 * @param steps of the last job execution, in the order in which they began
 * @param rate recipients a second who got an outcome or were skipped, over the last seconds
 * @param secondsLeft at that rate, null where nothing is known
 * @param owned a live process works on it
 */
record RunSight(
        @JsonUnwrapped RunReport report,
        List<RunStep> steps,
        double rate,
        @Nullable Long secondsLeft,
        @JsonIgnore boolean owned) {

    /** One step by its name and its Spring Batch status. */
    record RunStep(String name, String state) {}

    /** It is over, or does not go on until somebody says so. One that is planned has its beginning before it, whoever begins it. */
    boolean atRest() {
        return switch (report.state()) {
            case PLANNED, SENDING, STOPPING -> false;
            case PAUSED -> report.resumesAt() == null && !owned;
            case COMPLETED, ABANDONED -> true;
            case AWAITING_APPROVAL, STOPPED, FAILED -> !owned;
        };
    }

    /** For people, a line each. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        facts.add(standing());
        facts.add("sent " + Text.of(report.sent()) + " of " + Text.of(report.planned()) + ", rejected "
                + Text.of(report.rejected()) + ", skipped " + Text.of(skipped()) + ", unknown "
                + Text.of(report.unknown()));
        if (!steps.isEmpty()) {
            facts.add(steps.stream()
                    .map(step -> step.name() + " " + step.state().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")));
        }
        return facts;
    }

    List<Gauge> gauges() {
        return report.planned() == 0 ? List.of() : List.of(delivered(report));
    }

    static Gauge delivered(RunReport report) {
        return new Gauge("deliver", report.planned() == 0 ? 0 : settled(report), report.planned());
    }

    private static long settled(RunReport report) {
        return report.state().unbegun() ? 0 : report.sent() + report.rejected() + report.unknown() + skipped(report);
    }

    private String standing() {
        String standing = report.run() + " is " + RunText.state(report.state());
        if (report.cause() != null) {
            standing += ": " + report.cause();
        }
        if (report.resumesAt() != null) {
            return standing + "; goes on " + Text.of(report.resumesAt());
        }
        return owned ? standing : standing + nobody();
    }

    private String nobody() {
        return switch (report.state()) {
            case PLANNED -> "; it waits for its slot's schedule, or for postrider run resume, to begin it";
            case SENDING -> "; nobody works on it: a node goes on with it, or postrider run resume";
            default -> "";
        };
    }

    private long skipped() {
        return skipped(report);
    }

    private static long skipped(RunReport report) {
        return report.skipped().values().stream().mapToLong(Long::longValue).sum();
    }
}
