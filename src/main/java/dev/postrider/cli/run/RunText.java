package dev.postrider.cli.run;

import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.report.ProofReport;
import dev.postrider.report.RunFeedback;
import dev.postrider.report.RunReport;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Style;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs as people read them. */
public final class RunText {

    private RunText() {}

    static void printList(List<RunReport> runs, Terminal terminal) {
        Table table = new Table("RUN", "STATE", "PLANNED", "SENT", "REJECTED", "SKIPPED", "UNKNOWN", "GOES ON");
        runs.forEach(run -> table.row(
                run.run(),
                run.state(),
                run.planned(),
                run.sent(),
                run.rejected(),
                skipped(run),
                run.unknown(),
                goesOn(run)));
        table.print(terminal);
    }

    static void print(RunReport run, Terminal terminal) {
        facts(run)
                .add("job", run.job() == null ? null : Long.toString(run.job()))
                .print(terminal);
    }

    public static Facts facts(RunReport run) {
        Facts facts = new Facts()
                .add("run", run.run())
                .add("state", run.state())
                .add("because", run.cause())
                .add("goes on", goesOn(run))
                .add("rate", rate(run))
                .add("planned", run.planned())
                .add("sent", run.sent())
                .add("rejected", run.rejected())
                .add("skipped", skipped(run));
        run.skipped().forEach((reason, count) -> facts.add("  " + reason, count));
        facts.add("unknown", run.unknown())
                .add("in hand", run.claimed() == 0 ? null : run.claimed())
                .add("resent", run.resent() == 0 ? null : run.resent());
        run.proofs().forEach(copy -> facts.add("proof to " + copy.to(), proof(copy)));
        return run.sent() == 0 ? facts : feedback(run.feedback(), facts);
    }

    private static Facts feedback(RunFeedback feedback, Facts facts) {
        return facts.add("bounced", part(feedback.bounces(), feedback.bounceShare()))
                .add("  for now", unlessNone(feedback.transientBounces()))
                .add("  undetermined", unlessNone(feedback.undeterminedBounces()))
                .add("complained", part(feedback.complaints(), feedback.complaintShare()));
    }

    private static String part(long count, @Nullable Double share) {
        return share == null || count == 0
                ? String.format(Locale.ROOT, "%,d", count)
                : String.format(Locale.ROOT, "%,d (%.3f %% of those sent)", count, share * 100);
    }

    private static @Nullable Long unlessNone(long count) {
        return count == 0 ? null : count;
    }

    private static String proof(ProofReport copy) {
        String state = copy.state().name().toLowerCase(Locale.ROOT);
        return copy.state() == DeliveryState.SENT || copy.detail() == null ? state : state + ": " + copy.detail();
    }

    private static @Nullable Object goesOn(RunReport run) {
        return run.state() == RunState.PAUSED && run.resumesAt() == null ? "when you say so" : run.resumesAt();
    }

    private static @Nullable String rate(RunReport run) {
        Double share = run.rateShare();
        return share == null ? null : "adapted to " + Math.round(share * 100) + " %: somebody else sends too";
    }

    /** Whether planned = sent + rejected + skipped + unknown, which has to hold once a run is over. */
    static void printSum(RunReport run, Terminal terminal) {
        String sum = "planned = sent + rejected + skipped + unknown" + (run.claimed() == 0 ? "" : " + in hand");
        if (run.addsUp()) {
            terminal.out().println(terminal.out(Style.GREEN, sum));
        } else if (run.state().over()) {
            terminal.error("the figures of " + run.run() + " do not add up: not " + sum);
        }
    }

    /** Says on err why a run is not complete, and how to go on. */
    public static void explain(Run run, Terminal terminal) {
        if (run.state() == RunState.COMPLETED) {
            return;
        }
        if (run.state() == RunState.FAILED) {
            terminal.error("run " + run.id() + " failed: " + run.cause());
        } else if (run.cause() != null) {
            terminal.warn("Run " + run.id() + " is " + state(run.state()) + ": " + run.cause());
        }
        if (run.resumesAt() != null) {
            terminal.note("It can go on from " + dev.postrider.terminal.Text.of(run.resumesAt()) + ".");
        }
        if (run.state() == RunState.AWAITING_APPROVAL) {
            terminal.note("To approve it: postrider run approve " + run.id());
            return;
        }
        if (!run.state().over()) {
            terminal.note("To go on: postrider run resume " + run.id());
        }
    }

    public static int exitCode(RunState state) {
        return switch (state) {
            case COMPLETED -> ExitCodes.DONE;
            case PAUSED, AWAITING_APPROVAL -> ExitCodes.PAUSED;
            default -> ExitCodes.FAILED;
        };
    }

    static String state(RunState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long skipped(RunReport run) {
        return run.skipped().values().stream().mapToLong(Long::longValue).sum();
    }
}
