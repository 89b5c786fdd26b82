package dev.postrider.ledger;

import static dev.postrider.ledger.LedgerFixture.RUN;
import static dev.postrider.ledger.LedgerFixture.recipients;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.ledger.LedgerFixture.Node;
import dev.postrider.recipient.RecipientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mongodb")
class ClaimsIntegrationTests {

    private final LedgerFixture fixture = new LedgerFixture();
    private final Node node = fixture.node();
    private final Node other = fixture.node();

    @Test
    void ofManyClaimersExactlyOneWinsEachRecipient() throws Exception {
        List<RecipientId> contested = recipients(500);
        List<Callable<Set<RecipientId>>> claimers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Node claimer = fixture.node();
            claimers.add(() ->
                    claimer.claims().claim(RUN, contested, claimer.claims().token()));
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
        assertThat(won).hasSameSizeAs(contested).containsExactlyInAnyOrderElementsOf(contested);
    }

    @Test
    void goesOnWithItsOwnTokenWhenTheAnswerToTheInsertWasLost() {
        ClaimToken token = node.claims().token();
        node.claims().claim(RUN, recipients(3), token);

        assertThat(node.claims().claim(RUN, recipients(3), token)).hasSize(3);
    }

    @Test
    void dropsWhatThisProcessClaimedInAnotherAttempt() {
        node.claims().claim(RUN, recipients(3), node.claims().token());

        assertThat(node.claims().claim(RUN, recipients(3), node.claims().token()))
                .isEmpty();
    }

    @Test
    void leavesTheClaimsOfALiveOwnerAlone() {
        other.claims().claim(RUN, recipients(3), other.claims().token());

        assertThat(node.claims().claim(RUN, recipients(4), node.claims().token()))
                .containsExactly(new RecipientId("00003"));
        assertThat(node.ledger().figures(RUN).unknown()).isZero();
    }

    @Test
    void makesTheClaimsOfADeadOwnerUnknown() {
        other.claims().claim(RUN, recipients(3), other.claims().token());
        fixture.clock.advance(Duration.ofSeconds(11));

        assertThat(node.claims().claim(RUN, recipients(3), node.claims().token()))
                .isEmpty();
        assertThat(node.ledger().figures(RUN).unknown()).isEqualTo(3);
    }

    @Test
    void neverClaimsWhatIsSettled() {
        node.claims().claim(RUN, recipients(2), node.claims().token());
        node.ledger()
                .settle(
                        RUN,
                        List.of(
                                new Settlement(new RecipientId("00000"), DeliveryState.SENT, "m-1"),
                                new Settlement(new RecipientId("00001"), DeliveryState.REJECTED, "refused")));
        fixture.clock.advance(Duration.ofDays(1));

        assertThat(other.claims().claim(RUN, recipients(2), other.claims().token()))
                .isEmpty();
        assertThat(other.ledger().figures(RUN).sent()).isEqualTo(1);
    }

    @Test
    void handsBackOnlyWhatIsStillItsOwn() {
        ClaimToken token = other.claims().token();
        other.claims().claim(RUN, recipients(2), token);
        fixture.clock.advance(Duration.ofSeconds(11));
        node.claims().takeOverDead(RUN, List.of(new RecipientId("00000")), owner -> true);

        other.claims().handBack(RUN, Set.copyOf(recipients(2)), token);

        assertThat(node.ledger().states(RUN, recipients(2)))
                .containsOnlyKeys(new RecipientId("00000"))
                .containsValue(DeliveryState.UNKNOWN);
    }

    @Test
    void makesAClaimUnknownThatIsTooOldForSesWhoeverLives() {
        other.claims().claim(RUN, recipients(2), other.claims().token());
        fixture.clock.advance(Duration.ofMinutes(7));

        int left = node.claims().takeOverDead(RUN, recipients(2), owner -> false);

        assertThat(left).isZero();
        assertThat(node.ledger().figures(RUN).unknown()).isEqualTo(2);
    }

    @Test
    void aProofCopyThatIsClaimedAnewIsNotSettledByWhoHadItBefore() {
        RunId proof = RUN.proof();
        ClaimToken before = other.claims().token();
        other.claims().claim(proof, recipients(1), before);
        List<Settlement> refused = List.of(new Settlement(recipients(1).get(0), DeliveryState.REJECTED, "refused"));
        other.ledger().settle(proof, refused, before);
        node.claims().reopenRejected(proof, recipients(1));
        ClaimToken anew = node.claims().token();
        node.claims().claim(proof, recipients(1), anew);
        node.ledger().settle(proof, List.of(new Settlement(recipients(1).get(0), DeliveryState.SENT, "m-1")), anew);

        other.ledger().settle(proof, refused, before);

        assertThat(node.ledger().states(proof, recipients(1))).containsValue(DeliveryState.SENT);
    }

    @Test
    void countsTheClaimsThatLiveOwnersStillHold() {
        other.claims().claim(RUN, recipients(2), other.claims().token());

        int left = node.claims()
                .takeOverDead(RUN, recipients(5), owner -> !node.owners().alive(owner));

        assertThat(left).isEqualTo(2);
        assertThat(node.ledger().figures(RUN).claimed()).isEqualTo(2);
    }
}
