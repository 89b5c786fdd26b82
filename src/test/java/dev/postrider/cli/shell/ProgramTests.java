package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.cli.Postrider;
import dev.postrider.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Program program = new Program(Terminal.plain(out, err), Postrider.class);

    private int run(String line) {
        return program.execute(line.split(" "));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "job show",
                "job show x",
                "campaign run weekly --slot yesterday",
                "inactivity --as-of 2026-13-01",
                "schedule list --next many",
                "schedule list --next -1",
                "simulator --max-rate fast",
                "recipient count",
                "loadtest",
                "loadtest --from a@example.com",
                "loadtest --from a@example.com --count -5",
                "loadtest --from a@example.com --count many",
                "loadtest --from a@example.com --count 5 --rate 0",
                "loadtest --from a@example.com --count 5 --rate NaN",
                "loadtest --from a@example.com --count 5 --size 10",
                "loadtest --from a@example.com --count 5 --threads 0",
                "loadtest --from a@example.com --count 5 --mix success=1,victim@example.com=1",
                "loadtest --from a@example.com --count 5 --transport smtp",
                "loadtest --from a@example.com --count 5 --transport bulk --postrider.ses.transport=single",
                "loadtest --from a@example.com --count 5 --embedded",
                "job list --spring.mongodb.uri",
                "job list --embedded --spring.mongodb.uri=mongodb://h",
            })
    void wrongUsageIsOneLineAndExitCode2(String line) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err()).startsWith("postrider: ").endsWith("--help)\n").hasLineCount(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void wrongUsageSaysWhatIsWrongAndWhereToLook() {
        run("loadtest --from a@example.com --count 5 --mix bounced=1");

        assertThat(err())
                .isEqualTo("postrider: the mailbox simulator has no bounced, only success, bounce, complaint,"
                        + " suppressionlist, ooto (see: postrider loadtest --help)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postrider", "job", "campaign", "schedule", "template"})
    void aGroupOfCommandsWithoutOneShowsThem(String group) {
        int exitCode = group.equals("postrider") ? program.execute() : run(group);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err()).startsWith("Usage: postrider").contains("Commands:");
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(run("campaign run --help")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(out())
                .contains("Usage: postrider campaign run", "--slot=INSTANT", "--embedded", "--json", "postrider ");
        assertThat(err()).isEmpty();
    }

    @Test
    void offersTheCommandThatWasMeant() {
        run("simulater");

        assertThat(err()).contains("did you mean", "simulator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"recipient show 1", "job list", "run list", "inactivity"})
    void aMissingStoreIsAnErrorThatNamesTheProperty(String line) {
        assertThat(run(line)).isEqualTo(1);
        assertThat(err())
                .startsWith("postrider: spring.")
                .contains(" is not set", "--embedded")
                .hasLineCount(1);
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch", "show", "unknown", "missed", "stop", "abandon", "approve", "resume"})
    void whatIsNoRunIdIsFoundBeforeAnythingStarts(String verb) {
        assertThat(run("run " + verb + " weekly")).isEqualTo(1);
        assertThat(err()).isEqualTo("postrider: 'weekly' is not a run id such as weekly-loyalty@20261124T090000Z\n");
    }

    @Test
    void anUnreachableStoreIsOneLineWithoutAStackTrace() {
        assertThat(run("recipient show 1 --spring.mongodb.uri=mongodb://127.0.0.1:1/x"))
                .isEqualTo(1);
        assertThat(err()).isEqualTo("postrider: MongoDB at 127.0.0.1:1 is not reachable: Connection refused\n");
    }

    @Test
    void debugAddsTheStackTrace() {
        assertThat(run("recipient show 1 --debug --spring.mongodb.uri=mongodb://127.0.0.1:1/x"))
                .isEqualTo(1);
        assertThat(err()).contains("StoreUnreachable", "\tat dev.postrider.");
    }

    @Test
    void aFileThatIsNotThereIsFoundBeforeAnythingStarts() {
        assertThat(run("import no-such-file.csv")).isEqualTo(1);
        assertThat(err()).isEqualTo("postrider: no-such-file.csv: no such file\n");
    }
}
