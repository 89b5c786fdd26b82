package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Commands of the program in this process, one a line, after the exit code that each has to have. */
final class CommandWalk {

    /** While a node works on the first run: what would touch that run is refused, or asks the node. */
    static final String AT_WORK = """
            1 | job recover {job}
            0 | suppression add success+r00299@simulator.amazonses.com
            0 | job stop {job}
            """;

    /** While a node works on the first run: refused for the same reason. */
    static final String REFUSED = """
            1 | job restart {job}
            1 | job abandon {job}
            1 | run abandon {run}
            1 | run resend {run} --unknown --yes
            """;

    /** While a node works on the first run. */
    static final String BESIDE = """
            1 | campaign run loyalty --slot {slot}
            1 | run resume {run}
            1 | run approve {run}
            0 | campaign list
            0 | campaign show loyalty
            0 | campaign plan loyalty --slot 2026-11-24T10:00:00Z
            0 | run stop loyalty@20261124T100000Z
            0 | run abandon loyalty@20261124T100000Z
            1 | run watch loyalty@20261124T100000Z
            0 | run list
            0 | run show {run}
            0 | run unknown {run}
            0 | run missed {run} --output {folder}/missed.csv
            0 | job list
            0 | job show {job}
            0 | schedule list
            0 | forecast
            0 | audit --run {run}
            0 | import {folder}/recipients.csv
            0 | recipient show r00001
            0 | recipient count --campaign loyalty
            0 | inactivity
            0 | suppression import {folder}/addresses.txt
            0 | suppression show success+r00298@simulator.amazonses.com
            0 | suppression remove success+r00297@simulator.amazonses.com
            0 | feedback import {folder}/events.jsonl
            0 | housekeeping
            1 | template lint
            0 | template preview loyalty --recipient r00001 --out {folder}/out
            """;

    /** Once the first run was stopped, and SES takes more in a second. */
    static final String STOPPED = """
            0 | job restart {job}
            """;

    private final Map<String, String> settings;
    private final Map<String, String> names;

    CommandWalk(Map<String, String> settings, Map<String, String> names) {
        this.settings = settings;
        this.names = names;
    }

    void walk(String lines) {
        lines.lines().forEach(this::step);
    }

    private void step(String line) {
        int exit = Integer.parseInt(line.substring(0, line.indexOf('|')).strip());
        String command = command(line);
        for (Map.Entry<String, String> name : names.entrySet()) {
            command = command.replace("{" + name.getKey() + "}", name.getValue());
        }
        InProcess process = new InProcess(exit == 0 ? settings : impatient());
        assertThat(process.run(command))
                .as("exit code of %s; stderr was: %s", command, process.err())
                .isEqualTo(exit);
        assertThat(process.err()).as(command).doesNotContain("\tat ");
    }

    /** What is refused need not wait long for the node to show that it lives. */
    private Map<String, String> impatient() {
        Map<String, String> impatient = new HashMap<>(settings);
        impatient.put("postrider.ledger.lease", "1s");
        return impatient;
    }

    private static String command(String line) {
        return line.substring(line.indexOf('|') + 1).strip();
    }

    /** All lines, without what they are to come to. */
    static List<String> commands() {
        return Stream.of(BESIDE, REFUSED, AT_WORK, STOPPED)
                .flatMap(String::lines)
                .map(CommandWalk::command)
                .toList();
    }
}
