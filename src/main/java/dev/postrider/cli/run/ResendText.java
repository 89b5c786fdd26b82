package dev.postrider.cli.run;

import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.operations.JobView;
import dev.postrider.resend.Resend;
import dev.postrider.resend.ResendReport;
import dev.postrider.resend.ResendState;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.util.Locale;

/** Resends as people read them. */
final class ResendText {

    private ResendText() {}

    static void print(ResendReport resend, Terminal terminal) {
        new Facts()
                .add("run", resend.run())
                .add("attempt", resend.attempt())
                .add("state", resend.state())
                .add(resend.of().name().toLowerCase(Locale.ROOT), resend.selected())
                .add("  now sent", resend.sent())
                .add("  rejected", resend.rejected())
                .add("  unknown", resend.unknown())
                .add("  not sent again", resend.left())
                .print(terminal);
    }

    static void print(ResendCommand.Selected selected, Terminal terminal) {
        String what = " " + selected.of().name().toLowerCase(Locale.ROOT) + " deliveries";
        if (selected.selected() == 0) {
            terminal.out().println("run " + selected.run() + " has no" + what + ": nothing is sent");
        } else {
            terminal.out().println(selected.selected() + what + " would be sent again");
            terminal.note("To send them: the same with --yes");
        }
    }

    /**
     * Says on err why a resend is not complete, or was before, and what the same command does now.
     *
     * @return the exit code
     */
    static int end(Resend resend, JobView job, Terminal terminal) {
        String cause = resend.cause() == null ? job.cause() : resend.cause();
        if (resend.state() == ResendState.COMPLETED && cause == null) {
            return ExitCodes.DONE;
        }
        String state = resend.state().name().toLowerCase(Locale.ROOT);
        terminal.warn("The resend is " + state + (cause == null ? "" : ": " + cause));
        terminal.note(
                resend.state().over()
                        ? "The same command sends what it left, as the next attempt."
                        : "The same command goes on with it.");
        return switch (resend.state()) {
            case COMPLETED -> ExitCodes.DONE;
            case PAUSED -> ExitCodes.PAUSED;
            default -> ExitCodes.FAILED;
        };
    }
}
