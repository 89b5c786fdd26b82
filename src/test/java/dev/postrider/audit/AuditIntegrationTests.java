package dev.postrider.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import dev.postrider.SettableClock;
import dev.postrider.embedded.TestMongo;
import dev.postrider.ledger.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@Tag("mongodb")
class AuditIntegrationTests {

    private static final RunId RUN = new RunId("loyalty@20261124T090000Z");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final MongoTemplate mongo = TestMongo.template();
    private final AuditTrail trail = new AuditTrail(mongo);
    private final Audit audit = AuditFixture.audit(trail, clock);

    @Test
    void anEntrySaysWhoDidWhatWhenFromWhereAndIsThereBeforeTheActionIsDone() {
        List<AuditEntry> seen = audit.during(
                AuditAction.STOPPED, AuditSubject.run(RUN), Map.of("why", "a typo"), () -> trail.last(9, RUN, null));

        AuditEntry entry = seen.get(0);
        assertThat(entry.at()).isEqualTo(clock.instant());
        assertThat(entry.actor().name()).isEqualTo("operator-a");
        assertThat(entry.actor().process()).isEqualTo(ProcessHandle.current().pid());
        assertThat(entry.actor().host()).isNotEmpty();
        assertThat(entry.action()).isEqualTo(AuditAction.STOPPED);
        assertThat(entry.subject().name()).isEqualTo(RUN.value());
        assertThat(entry.details()).isEqualTo(Map.of("why", "a typo"));
        assertThat(entry.refused()).isNull();
    }

    @Test
    void whatIsRefusedIsRecordedWithTheCauseAndWithoutAddresses() {
        assertThatThrownBy(() ->
                        audit.during(AuditAction.RESENT, AuditSubject.run(RUN), Map.of("to", "ann@example.com"), () -> {
                            throw new IllegalStateException("ann@example.com bounced");
                        }))
                .hasMessage("ann@example.com bounced");

        assertThat(trail.last(9, RUN, null)).singleElement().satisfies(entry -> {
            assertThat(entry.refused()).isEqualTo("<address> bounced");
            assertThat(entry.details()).isEqualTo(Map.of("to", "<address>"));
        });
    }

    @Test
    void theTrailIsGivenInTheOrderInWhichItWasWritten() {
        RunId other = new RunId("other@20261124T090000Z");
        IntStream.range(0, 5).forEach(i -> audit.record(AuditAction.STOPPED, AuditSubject.run(RUN), number(i)));
        audit.record(AuditAction.STOPPED, AuditSubject.run(other), number(5));
        clock.advance(Duration.ofMinutes(1));
        audit.record(AuditAction.RESUMED, AuditSubject.run(RUN), number(6));

        assertThat(numbers(trail.last(3, null, null))).containsExactly("4", "5", "6");
        assertThat(numbers(trail.last(3, RUN, null))).containsExactly("3", "4", "6");
        assertThat(numbers(trail.last(3, null, clock.instant()))).containsExactly("6");
    }

    @Test
    void anEntryThatANewerVersionWroteKeepsNoOtherFromBeingShown() {
        audit.record(AuditAction.STOPPED, AuditSubject.run(RUN), number(1));
        mongo.getDb().getCollection("audit").updateOne(new Document(), Updates.set("v", 2));
        audit.record(AuditAction.RESUMED, AuditSubject.run(RUN), number(2));

        assertThat(numbers(trail.last(9, RUN, null))).containsExactly("2");
    }

    @Test
    void whatHappensOnceIsRecordedByTheFirstProcessOnly() {
        audit.recordOnce(AuditAction.LAUNCHED, AuditSubject.run(RUN), number(1));
        audit.recordOnce(AuditAction.LAUNCHED, AuditSubject.run(RUN), number(2));

        assertThat(numbers(trail.last(9, RUN, null))).containsExactly("1");
    }

    @Test
    void aNodeIsNobody() {
        CurrentActor actor = new CurrentActor(new AuditSettings("  "));
        assertThat(actor.get().name()).isEqualTo(System.getProperty("user.name"));
        assertThat(actor.get().samePerson(System.getProperty("user.name"))).isTrue();

        actor.actAsNode();

        assertThat(actor.get().name()).isEqualTo("node");
        assertThat(actor.get().samePerson("node")).isFalse();
    }

    @Test
    void eachEditIsRecordedOnceOverAllNodesAlsoAWayBack() {
        AuditSubject file = AuditSubject.campaign("loyalty");
        EditTrail one = AuditFixture.edits(mongo, clock);
        EditTrail other = AuditFixture.edits(mongo, clock);
        for (String hash : List.of("aa", "bb", "aa")) {
            clock.advance(Duration.ofMinutes(1));
            List.of(one, other, one).forEach(node -> node.see(file, hash, clock.instant()));
        }

        assertThat(trail.last(9, null, null))
                .extracting(entry -> entry.details().get("hash"))
                .containsExactly("aa", "bb", "aa");
        assertThat(trail.last(1, null, null).get(0).details()).containsEntry("before", "bb");
    }

    @Test
    void anEditIsBlamedOnNobodyThoughAPersonIsAtTheCommandLine() {
        AuditFixture.edits(mongo, clock).see(AuditSubject.campaign("loyalty"), "aa", clock.instant());

        assertThat(trail.last(9, null, null))
                .singleElement()
                .extracting(AuditEntry::actor)
                .returns("node", Actor::name)
                .returns(true, Actor::node)
                .returns(ProcessHandle.current().pid(), Actor::process);
    }

    @Test
    void aNodeWhoseFileIsOlderHasMadeNoEdit() {
        AuditSubject file = AuditSubject.campaign("loyalty");
        AuditFixture.edits(mongo, clock).see(file, "new", clock.instant());
        AuditFixture.edits(mongo, clock).see(file, "old", clock.instant().minusSeconds(60));

        assertThat(trail.last(9, null, null))
                .extracting(entry -> entry.details().get("hash"))
                .containsExactly("new");
    }

    @Test
    void ofEditsOneAtATimeByManyThreadsNoneIsRecordedTwice() {
        List<String> hashes = IntStream.range(0, 8).mapToObj(i -> "h" + i).toList();
        hashes.parallelStream()
                .forEach(hash -> AuditFixture.edits(mongo, clock).see(AuditSubject.template("a"), hash, null));

        assertThat(trail.last(99, null, null))
                .extracting(entry -> entry.details().get("hash"))
                .containsExactlyInAnyOrderElementsOf(hashes);
    }

    private static Map<String, String> number(int number) {
        return Map.of("number", Integer.toString(number));
    }

    private static List<String> numbers(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> Objects.requireNonNull(entry.details().get("number")))
                .toList();
    }
}
