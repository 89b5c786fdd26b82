package dev.postrider.ledger;

import static dev.postrider.ledger.LedgerFixture.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.LedgerFixture.Node;
import dev.postrider.recipient.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mongodb")
class AttemptsIntegrationTests {

    private static final RecipientId SENT = new RecipientId("sent");
    private static final RecipientId REJECTED = new RecipientId("rejected");
    private static final RecipientId UNKNOWN = new RecipientId("unknown");
    private static final RecipientId SKIPPED = new RecipientId("skipped");
    private static final List<RecipientId> ALL = List.of(SENT, REJECTED, UNKNOWN, SKIPPED);

    private final LedgerFixture fixture = new LedgerFixture();
    private final Node node = fixture.node();
    private final Node other = fixture.node();

    @BeforeEach
    void aRunThatIsOver() {
        node.claims().claim(RUN, ALL.subList(0, 3), node.claims().token());
        node.ledger()
                .settle(
                        RUN,
                        List.of(
                                new Settlement(SENT, DeliveryState.SENT, "m-1"),
                                new Settlement(REJECTED, DeliveryState.REJECTED, "refused"),
                                new Settlement(UNKNOWN, DeliveryState.UNKNOWN, "reset")));
        node.ledger().skip(RUN, List.of(Skip.of(SKIPPED, SkipReason.SUPPRESSED)));
    }

    @Test
    void onlyUnknownAndRejectedOnesAreClaimedAgainAndTheFiguresAddUpAllAlong() {
        ClaimToken second = node.claims().token(2);

        assertThat(node.claims().claim(RUN, ALL, second)).containsExactlyInAnyOrder(REJECTED, UNKNOWN);
        assertThat(node.ledger().figures(RUN).claimed()).isEqualTo(2);
        assertThat(node.ledger().figures(RUN).total()).isEqualTo(4);

        node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.SENT, "m-2")), second);
        node.ledger().settle(RUN, List.of(new Settlement(REJECTED, DeliveryState.REJECTED, "still refused")), second);

        Figures figures = node.ledger().figures(RUN);
        assertThat(figures.total()).isEqualTo(4);
        assertThat(figures.sent()).isEqualTo(2);
        assertThat(figures.rejected()).isEqualTo(1);
        assertThat(figures.resent()).isEqualTo(2);
        assertThat(node.attempts().figures(RUN, 2))
                .containsEntry(DeliveryState.SENT, 1L)
                .containsEntry(DeliveryState.REJECTED, 1L);
    }

    @Test
    void ofManyProcessesOneWinsAnAttempt() throws Exception {
        List<Callable<Set<RecipientId>>> claimers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Node claimer = fixture.node();
            claimers.add(() -> claimer.claims().claim(RUN, ALL, claimer.claims().token(2)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<RecipientId> won = new ArrayList<>();
        try {
            for (Future<Set<RecipientId>> claim : threads.invokeAll(claimers)) {
                won.addAll(claim.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(won).containsExactlyInAnyOrder(REJECTED, UNKNOWN);
    }

    @Test
    void anAttemptIsMadeOnceWhateverBecameOfIt() {
        ClaimToken second = node.claims().token(2);
        node.claims().claim(RUN, List.of(UNKNOWN), second);
        assertThat(node.claims().claim(RUN, List.of(UNKNOWN), second)).containsExactly(UNKNOWN);

        node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.UNKNOWN, "reset again")), second);

        assertThat(node.attempts().open(RUN, DeliveryState.UNKNOWN, 2, null, 10))
                .isEmpty();
        assertThat(other.claims().claim(RUN, List.of(UNKNOWN), other.claims().token(2)))
                .isEmpty();
        assertThat(node.attempts().open(RUN, DeliveryState.UNKNOWN, 3, null, 10))
                .containsExactly(UNKNOWN);
        assertThat(other.claims().claim(RUN, List.of(UNKNOWN), other.claims().token(3)))
                .containsExactly(UNKNOWN);
    }

    @Test
    void aProcessThatThawsCannotUndoALaterAttempt() {
        ClaimToken second = node.claims().token(2);
        node.claims().claim(RUN, List.of(UNKNOWN), second);
        node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.SENT, "m-2")), second);

        other.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.UNKNOWN, "thawed")));
        other.claims().handBack(RUN, Set.of(UNKNOWN), other.claims().token());

        assertThat(node.ledger().states(RUN, List.of(UNKNOWN))).containsEntry(UNKNOWN, DeliveryState.SENT);
    }

    @Test
    void aLaterAttemptThatThawsCannotUndoOneThatCameAfterIt() {
        ClaimToken second = other.claims().token(2);
        other.claims().claim(RUN, List.of(UNKNOWN), second);
        node.attempts().takeOverDead(RUN, owner -> true);
        ClaimToken third = node.claims().token(3);
        assertThat(node.claims().claim(RUN, List.of(UNKNOWN), third)).containsExactly(UNKNOWN);
        node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.SENT, "m-3")), third);

        other.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.REJECTED, "thawed")), second);
        other.claims().handBack(RUN, Set.of(UNKNOWN), second);

        assertThat(node.ledger().states(RUN, List.of(UNKNOWN))).containsEntry(UNKNOWN, DeliveryState.SENT);
    }

    @Test
    void whatIsHandedBackIsWhatItWasBefore() {
        ClaimToken second = node.claims().token(2);
        node.claims().claim(RUN, List.of(UNKNOWN, REJECTED), second);
        node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.REJECTED, "refused")), second);
        node.claims().handBack(RUN, Set.of(REJECTED, UNKNOWN), second);
        assertThat(node.ledger().states(RUN, ALL))
                .containsEntry(REJECTED, DeliveryState.REJECTED)
                .containsEntry(UNKNOWN, DeliveryState.REJECTED);
        assertThat(node.ledger().figures(RUN).resent()).isEqualTo(1);

        ClaimToken third = node.claims().token(3);
        node.claims().claim(RUN, List.of(UNKNOWN), third);
        node.claims().handBack(RUN, Set.of(UNKNOWN), third);

        assertThat(node.attempts().figures(RUN, 2)).containsEntry(DeliveryState.REJECTED, 1L);
        assertThat(node.attempts().figures(RUN, 3)).isEmpty();
    }

    @Test
    void claimsOfADeadProcessBecomeUnknownAndThoseOfALiveOneStay() {
        other.claims().claim(RUN, List.of(UNKNOWN), other.claims().token(2));
        node.attempts().takeOverDead(RUN, owner -> !node.owners().alive(owner));
        assertThat(node.ledger().figures(RUN).claimed()).isEqualTo(1);

        fixture.clock.advance(Duration.ofSeconds(11));
        node.attempts().takeOverDead(RUN, owner -> !node.owners().alive(owner));

        assertThat(node.ledger().figures(RUN).claimed()).isZero();
        assertThat(node.attempts().figures(RUN, 2)).containsEntry(DeliveryState.UNKNOWN, 1L);
    }

    @Test
    void aMailCountsFromTheLastAttemptThatMayHaveArrivedAndOnceARun() {
        fixture.clock.advance(Duration.ofDays(8));
        Instant aWeekAgo = fixture.clock.instant().minus(Duration.ofDays(7));
        assertThat(node.mails().count(List.of(RUN), ALL, aWeekAgo)).isEmpty();

        for (int attempt = 2; attempt <= 3; attempt++) {
            ClaimToken token = node.claims().token(attempt);
            assertThat(node.claims().claim(RUN, List.of(UNKNOWN), token)).containsExactly(UNKNOWN);
            node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.UNKNOWN, "reset")), token);
        }
        ClaimToken last = node.claims().token(4);
        node.claims().claim(RUN, List.of(UNKNOWN), last);
        node.ledger().settle(RUN, List.of(new Settlement(UNKNOWN, DeliveryState.REJECTED, "refused")), last);

        assertThat(node.mails().count(List.of(RUN), ALL, aWeekAgo)).containsExactly(Map.entry(UNKNOWN, 1));
    }

    @Test
    void pagesGoOnAfterTheLastOneRead() {
        RecipientId more = new RecipientId("unknown-too");
        node.claims().claim(RUN, List.of(more), node.claims().token());
        node.ledger().settle(RUN, List.of(new Settlement(more, DeliveryState.UNKNOWN, "reset")));

        assertThat(node.attempts().open(RUN, DeliveryState.UNKNOWN, 2, null, 1)).containsExactly(UNKNOWN);
        assertThat(node.attempts().open(RUN, DeliveryState.UNKNOWN, 2, UNKNOWN, 1))
                .containsExactly(more);
        assertThat(node.attempts().open(RUN, DeliveryState.UNKNOWN, 2, more, 1)).isEmpty();
    }
}
