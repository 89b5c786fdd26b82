package dev.postrider.node;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.Scrubbed;
import dev.postrider.report.RunReport;
import dev.postrider.report.RunReports;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a node says of its runs: one line for each start and each end, without whole addresses. */
@Component
class RunLog {

    private static final Logger log = LoggerFactory.getLogger(RunLog.class);

    private final Runs runs;
    private final RunReports reports;

    RunLog(Runs runs, RunReports reports) {
        this.runs = runs;
        this.reports = reports;
    }

    void starts(Run run) {
        log.info("run {} {}", run.id(), reason(run));
    }

    private static String reason(Run run) {
        return switch (run.state()) {
            case SENDING -> "goes on: the process that worked on it has ended";
            case PAUSED -> "goes on: it was paused, as " + line(run.cause());
            default -> "starts";
        };
    }

    void ended(RunId id) {
        Run run = runs.get(id);
        RunReport figures = reports.of(id);
        log.info(
                "run {} is {}{}; planned {}, sent {}, rejected {}, skipped {}, unknown {}",
                id,
                run.state().name().toLowerCase(Locale.ROOT),
                run.state() == RunState.COMPLETED || run.cause() == null ? "" : ": " + line(run.cause()),
                figures.planned(),
                figures.sent(),
                figures.rejected(),
                figures.skipped().values().stream().mapToLong(Long::longValue).sum(),
                figures.unknown());
    }

    void helps(Run run) {
        log.info("run {} is helped with", run.id());
    }

    void left(Run run) {
        log.info("run {} is helped with no longer", run.id());
    }

    void failed(Run run, RuntimeException failure) {
        log.error("run {} could not go on: {}", run.id(), line(String.valueOf(failure.getMessage())), failure);
    }

    private static String line(@Nullable String text) {
        return Scrubbed.masked(String.valueOf(text), "");
    }
}
