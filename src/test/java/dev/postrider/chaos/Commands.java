package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import dev.postrider.program.Program;
import dev.postrider.program.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an operator does to runs by commands in processes of their own, one at a time of each run. */
final class Commands {

    private final Site site;
    private final Map<RunId, Program> programs = new HashMap<>();

    Commands(Site site) {
        this.site = site;
    }

    boolean launch(RunId run) {
        return start(
                run,
                List.of(),
                "campaign",
                "run",
                run.campaign(),
                "--slot",
                run.slot().toString());
    }

    boolean resume(RunId run) {
        return start(run, List.of(), "run", "resume", run.value());
    }

    boolean abandon(RunId run) {
        return start(run, List.of(), "run", "abandon", run.value());
    }

    boolean resend(RunId run, String which, List<String> jvmOptions) {
        return start(run, jvmOptions, "run", "resend", run.value(), which, "--yes");
    }

    /** Returns false, and is without effect, while an earlier command is at work on the run. */
    private boolean start(RunId run, List<String> jvmOptions, String... command) {
        if (busy(run)) {
            return false;
        }
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--json", "--postrider.audit.operator=first"));
        programs.put(run, site.start(jvmOptions, arguments.toArray(String[]::new)));
        return true;
    }

    boolean busy(RunId run) {
        Program program = programs.get(run);
        return program != null && program.alive();
    }

    /** Without effect while none is at work on the run. */
    void kill(RunId run) {
        Program program = programs.get(run);
        if (program != null && program.alive()) {
            program.signal("KILL");
        }
    }
}
