package dev.postrider.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.ClaimToken;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.LedgerPurge;
import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Settlement;
import dev.postrider.ledger.Skip;
import dev.postrider.ledger.SkipReason;
import dev.postrider.plan.BlockWriter;
import dev.postrider.plan.Blocks;
import dev.postrider.recipient.RecipientId;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Run;
import dev.postrider.run.RunHolder;
import dev.postrider.run.RunNotFound;
import dev.postrider.run.RunState;
import dev.postrider.run.Runs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ReportSlice.class)
@Tag("mongodb")
class MissedRecipientsIntegrationTests {

    private static final List<RecipientId> PLANNED =
            IntStream.range(0, 7).mapToObj(i -> new RecipientId("r" + i)).toList();

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private MissedRecipients missed;

    @Autowired
    private UnknownDeliveries unknown;

    @Autowired
    private RunReports reports;

    @Autowired
    private Runs runs;

    @Autowired
    private RunHolder holder;

    @Autowired
    private Blocks blocks;

    @Autowired
    private Claims claims;

    @Autowired
    private Ledger ledger;

    @Autowired
    private LedgerPurge purge;

    @Test
    void thoseMissedAreAsManyAsPlannedLessSentWhileTheRunIsAtWorkAndAfter() {
        HeldRun run = planned("weekly@20261124T090000Z");
        deliver(run.id());

        assertThat(missed(run.id()))
                .extracting(MissedRecipient::recipient, MissedRecipient::state, MissedRecipient::reason)
                .containsExactlyInAnyOrder(
                        tuple("r1", "REJECTED", "refused"),
                        tuple("r2", "UNKNOWN", "connection reset"),
                        tuple("r3", "SKIPPED", "suppressed"),
                        tuple("r4", "SKIPPED", "render-failed: no coins"),
                        tuple("r5", "CLAIMED", "being sent"),
                        tuple("r6", "OPEN", "no turn yet"));

        ledger.settle(run.id(), List.of(new Settlement(PLANNED.get(5), DeliveryState.SENT, "m-5")));
        ledger.skip(run.id(), List.of(Skip.of(PLANNED.get(6), SkipReason.NOT_ATTEMPTED)));
        run.rest(RunState.COMPLETED, null);

        RunReport report = reports.of(run.id());
        assertThat(report.addsUp()).isTrue();
        assertThat(missed(run.id()))
                .hasSize((int) (report.planned() - report.sent()))
                .allSatisfy(recipient -> assertThat(recipient.at()).isNotNull());
    }

    @Test
    void unknownOnesAreListedWithTheTimeOfTheirClaimAndTheCause() {
        HeldRun run = planned("weekly@20261125T090000Z");
        ClaimToken token = deliver(run.id());
        List<UnknownDelivery> found = new ArrayList<>();

        unknown.forEach(run.id(), found::add);

        assertThat(found).containsExactly(new UnknownDelivery("r2", token.at(), 1, "connection reset"));
    }

    @Test
    void aRunThatDoesNotExistIsAnError() {
        RunId none = new RunId("weekly@20261126T090000Z");

        assertThatExceptionOfType(RunNotFound.class).isThrownBy(() -> missed(none));
        assertThatExceptionOfType(RunNotFound.class).isThrownBy(() -> unknown.forEach(none, delivery -> {}));
    }

    @Test
    void aRunWhoseDeliveriesWerePurgedIsAnErrorAndNoEmptyList() {
        HeldRun run = planned("weekly@20261127T090000Z");
        deliver(run.id());
        purge.keepFigures(run.id());

        assertThatExceptionOfType(DeliveriesPurged.class).isThrownBy(() -> missed(run.id()));
        assertThatExceptionOfType(DeliveriesPurged.class).isThrownBy(() -> unknown.forEach(run.id(), delivery -> {}));
    }

    private List<MissedRecipient> missed(RunId run) {
        List<MissedRecipient> found = new ArrayList<>();
        missed.forEach(run, found::add);
        return found;
    }

    private HeldRun planned(String id) {
        RunId run = new RunId(id);
        runs.insertIfAbsent(new Run(
                run,
                RunState.PLANNED,
                0,
                null,
                LocalDate.parse("2026-11-24"),
                "",
                null,
                "hash",
                null,
                new TreeMap<>(),
                false,
                null,
                null,
                null,
                null,
                Instant.parse("2026-11-24T09:00:00Z")));
        HeldRun held = holder.take(run);
        BlockWriter writer = new BlockWriter(blocks, run, held.epoch());
        PLANNED.forEach(writer::add);
        held.freeze(writer.close(), new TreeMap<>());
        held.sending(1);
        return held;
    }

    /** One of every outcome; the last one has none. */
    private ClaimToken deliver(RunId run) {
        ClaimToken token = claims.token();
        claims.claim(run, List.of(PLANNED.get(0), PLANNED.get(1), PLANNED.get(2), PLANNED.get(5)), token);
        ledger.settle(
                run,
                List.of(
                        new Settlement(PLANNED.get(0), DeliveryState.SENT, "m-0"),
                        new Settlement(PLANNED.get(1), DeliveryState.REJECTED, "refused"),
                        new Settlement(PLANNED.get(2), DeliveryState.UNKNOWN, "connection reset")));
        ledger.skip(
                run,
                List.of(
                        Skip.of(PLANNED.get(3), SkipReason.SUPPRESSED),
                        new Skip(PLANNED.get(4), SkipReason.RENDER_FAILED, "no coins")));
        return token;
    }
}
