package dev.postrider.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.cli.recipient.InactivityCommand;
import dev.postrider.cli.run.RunText;
import dev.postrider.imports.ImportResult;
import dev.postrider.inactivity.InactivityResult;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.loadtest.Latency;
import dev.postrider.loadtest.LoadReport;
import dev.postrider.operations.JobState;
import dev.postrider.operations.JobView;
import dev.postrider.operations.StepView;
import dev.postrider.report.ProofReport;
import dev.postrider.report.RunFeedback;
import dev.postrider.report.RunReport;
import dev.postrider.run.RunState;
import dev.postrider.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that others script against. */
class JsonShapesTests {

    private static final RunReport REPORT = new RunReport(
            "weekly-loyalty@20261124T090000Z",
            "weekly-loyalty",
            Instant.parse("2026-11-24T09:00:00Z"),
            RunState.COMPLETED,
            null,
            null,
            10,
            6,
            1,
            1,
            new TreeMap<>(Map.of("suppressed", 2L)),
            List.of(new ProofReport(
                    "team@example.com", DeliveryState.SENT, "m-1", Instant.parse("2026-11-24T09:00:01Z"))),
            new RunFeedback(3, 0.5, 0, 0.0, 1, 0),
            null,
            7L,
            0,
            1);

    private static JsonNode print(Object result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputOptions options = new OutputOptions();
        options.json = true;
        options.print(Terminal.plain(out, new ByteArrayOutputStream()), result, () -> {
            throw new AssertionError("people were not asked for");
        });
        return JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void run() {
        assertThat(print(REPORT)).isEqualTo(JsonMapper.shared().readTree("""
                {"run": "weekly-loyalty@20261124T090000Z", "campaign": "weekly-loyalty", "slot": "2026-11-24T09:00:00Z",
                 "state": "COMPLETED", "cause": null, "resumesAt": null, "planned": 10, "sent": 6, "rejected": 1, "unknown": 1,
                 "skipped": {"suppressed": 2},
                 "proofs": [{"to": "team@example.com", "state": "SENT", "detail": "m-1", "at": "2026-11-24T09:00:01Z"}],
                 "feedback": {"bounces": 3, "bounceShare": 0.5, "complaints": 0, "complaintShare": 0.0,
                              "transientBounces": 1, "undeterminedBounces": 0},
                 "rateShare": null, "job": 7, "claimed": 0, "resent": 1}
                """));
    }

    @Test
    void jobExecution() {
        Instant start = Instant.parse("2026-11-24T09:00:00Z");
        StepView step = new StepView("plan", "FAILED", start, start.plusSeconds(1), 4, 3, 2, 1);
        JobView job = new JobView(
                7,
                5,
                "campaign",
                Map.of("run", "x@20261124T090000Z"),
                JobState.FAILED,
                start,
                null,
                "no luck",
                List.of(step));

        assertThat(print(job)).isEqualTo(JsonMapper.shared().readTree("""
                {"id": 7, "instance": 5, "job": "campaign", "parameters": {"run": "x@20261124T090000Z"}, "state": "FAILED",
                 "startedAt": "2026-11-24T09:00:00Z", "endedAt": null, "cause": "no luck",
                 "steps": [{"name": "plan", "state": "FAILED", "startedAt": "2026-11-24T09:00:00Z",
                            "endedAt": "2026-11-24T09:00:01Z", "read": 4, "written": 3, "filtered": 2, "skipped": 1}]}
                """));
    }

    @Test
    void resultsThatAreStreamedAreAnArray() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputOptions options = new OutputOptions();
        options.json = true;

        options.<String>stream(out, consumer -> List.of("a", "b").forEach(consumer), () -> {
            throw new AssertionError("people were not asked for");
        });

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[ \"a\", \"b\" ]\n");
    }

    @Test
    void importResult() {
        assertThat(print(new ImportResult(4, 1, 2, 1)))
                .isEqualTo(JsonMapper.shared()
                        .readTree("{\"read\": 4, \"imported\": 1, \"updated\": 2, \"rejected\": 1}"));
    }

    @Test
    void inactivity() {
        Map<String, Long> stages = new LinkedHashMap<>();
        stages.put("active", 5L);
        stages.put("90", 4L);
        stages.put("120", 3L);
        stages.put("180", 2L);
        InactivityResult result = new InactivityResult(LocalDate.parse("2026-11-24"), stages, 1, 9);

        assertThat(print(InactivityCommand.Result.of(result)))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"asOf": "2026-11-24", "stages": {"active": 5, "90": 4, "120": 3, "180": 2}}
                """));
    }

    @Test
    void loadTest() {
        LoadReport report = new LoadReport(
                LoadReport.State.LIMITED,
                "the account's quota leaves no more",
                100,
                new LoadReport.Messages(
                        3,
                        Map.of("accepted", 2L, "throttled", 1L),
                        Map.of("success", 2L),
                        List.of(new LoadReport.Refused("throttled", "too fast", 1))),
                new LoadReport.Requests(3, Map.of("accepted", new Latency(2, 1.5, 2.5, 3.5, 4.5)), 0.25),
                new LoadReport.Rate(14.0, 1.5),
                1.25);

        assertThat(print(report)).isEqualTo(JsonMapper.shared().readTree("""
                {"state": "LIMITED", "reason": "the account's quota leaves no more", "planned": 100,
                 "messages": {"tried": 3, "outcomes": {"accepted": 2, "throttled": 1}, "accepted": {"success": 2},
                              "refused": [{"outcome": "throttled", "cause": "too fast", "messages": 1}]},
                 "requests": {"count": 3, "seconds": 0.25, "latency":
                              {"accepted": {"requests": 2, "p50": 1.5, "p90": 2.5, "p99": 3.5, "max": 4.5}}},
                 "rate": {"most": 14.0, "achieved": 1.5}, "seconds": 1.25}
                """));
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void exitCodesTellHowARunStands(RunState state) {
        int expected = switch (state) {
            case COMPLETED -> 0;
            case PAUSED, AWAITING_APPROVAL -> 3;
            default -> 1;
        };
        assertThat(RunText.exitCode(state)).isEqualTo(expected);
    }
}
