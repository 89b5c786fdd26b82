package dev.postrider.ledger;

import static dev.postrider.ledger.LedgerFixture.RUN;
import static dev.postrider.ledger.LedgerFixture.recipients;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.postrider.ledger.LedgerFixture.Node;
import dev.postrider.recipient.RecipientId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mongodb")
class LedgerIntegrationTests {

    private final LedgerFixture fixture = new LedgerFixture();
    private final Node node = fixture.node();

    @Test
    void countsEveryStateOfThisRunOnly() {
        List<RecipientId> all = recipients(6);
        node.claims().claim(RUN, all.subList(0, 4), node.claims().token());
        node.claims()
                .claim(
                        new RunId("weekly-loyalty@20261125T090000Z"),
                        all,
                        node.claims().token());
        node.ledger()
                .settle(
                        RUN,
                        List.of(
                                new Settlement(all.get(0), DeliveryState.SENT, "m-0"),
                                new Settlement(all.get(1), DeliveryState.REJECTED, "refused"),
                                new Settlement(all.get(2), DeliveryState.UNKNOWN, "connection reset")));
        node.ledger()
                .skip(
                        RUN,
                        List.of(
                                Skip.of(all.get(4), SkipReason.SUPPRESSED),
                                new Skip(all.get(5), SkipReason.RENDER_FAILED, "no coins")));

        Figures figures = node.ledger().figures(RUN);

        assertThat(figures.sent()).isEqualTo(1);
        assertThat(figures.rejected()).isEqualTo(1);
        assertThat(figures.unknown()).isEqualTo(1);
        assertThat(figures.claimed()).isEqualTo(1);
        assertThat(figures.skipped()).containsEntry("suppressed", 1L).containsEntry("render-failed", 1L);
        assertThat(figures.total()).isEqualTo(6);
    }

    @Test
    void mailsToTheMailboxSimulatorAreToldFromThoseToPeopleInEveryProcess() {
        List<RecipientId> all = recipients(3);
        node.claims().claim(RUN, all, node.claims().token());
        node.ledger()
                .settle(
                        RUN,
                        List.of(
                                new Settlement(all.get(0), DeliveryState.SENT, "m-0", true),
                                new Settlement(all.get(1), DeliveryState.SENT, "m-1"),
                                new Settlement(all.get(2), DeliveryState.UNKNOWN, "reset")));
        ClaimToken second = node.claims().token(2);
        node.claims().claim(RUN, all, second);
        node.ledger().settle(RUN, List.of(new Settlement(all.get(2), DeliveryState.SENT, "m-2", true)), second);

        Figures figures = fixture.node().ledger().figures(RUN);

        assertThat(figures.sent()).isEqualTo(3);
        assertThat(figures.sentToPeople()).isEqualTo(1);
    }

    @Test
    void aSkipNeverReplacesADelivery() {
        RecipientId sent = new RecipientId("00000");
        node.claims().claim(RUN, List.of(sent), node.claims().token());
        node.ledger().settle(RUN, List.of(new Settlement(sent, DeliveryState.SENT, "m-1")));

        node.ledger().skip(RUN, List.of(Skip.of(sent, SkipReason.UNSUBSCRIBED)));

        assertThat(node.ledger().states(RUN, List.of(sent))).containsEntry(sent, DeliveryState.SENT);
    }

    @Test
    void gapsAreWhoeverHasNoDelivery() {
        node.claims().claim(RUN, recipients(2), node.claims().token());

        assertThat(node.ledger().gaps(RUN, recipients(4)))
                .containsExactly(new RecipientId("00002"), new RecipientId("00003"));
    }

    @Test
    void runIdsAreReadBackAsTheyWereWritten() {
        assertThat(RunId.of(RUN.campaign(), RUN.slot())).isEqualTo(RUN);
        assertThatIllegalArgumentException().isThrownBy(() -> new RunId("weekly@tomorrow"));
    }

    @Test
    void anOwnerThatEndedInOrderIsDeadAtOnce() {
        String owner = node.owners().self();
        assertThat(node.owners().alive(owner)).isTrue();

        node.owners().destroy();

        assertThat(fixture.node().owners().alive(owner)).isFalse();
    }
}
