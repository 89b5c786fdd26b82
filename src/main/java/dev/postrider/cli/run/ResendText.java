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
     * Says on err why a resend is not complete, and how to go on with it.
     *
     * @return the exit code
     */
    static int end(Resend resend, JobView job, Terminal terminal) {
        if (resend.state() == ResendState.COMPLETED) {
            return ExitCodes.DONE;
        }
        String cause = resend.cause() == null ? job.cause() : resend.cause();
        String state = resend.state().name().toLowerCase(Locale.ROOT);
        terminal.warn("The resend is " + state + (cause == null ? "" : ": " + cause));
        terminal.note("The same command goes on with it.");
        return resend.state() == ResendState.PAUSED ? ExitCodes.PAUSED : ExitCodes.FAILED;
    }
}
