package dev.postrider.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.embedded.TestMongo;
import dev.postrider.ledger.RunId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

@Tag("mongodb")
class ApprovalsIntegrationTests {

    private static final RunId RUN = new RunId("loyalty@20261124T090000Z");
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final MongoTemplate mongo = TestMongo.template();
    private final Approvals approvals = new Approvals(mongo);

    @BeforeEach
    void aRunWaits() {
        mongo.getDb()
                .getCollection("runs")
                .insertOne(new Document("_id", RUN.value())
                        .append("state", "AWAITING_APPROVAL")
                        .append("cause", "many recipients"));
    }

    @Test
    void anApprovalIsKeptInTheRunWhichIsDueThen() {
        approvals.askedBy(RUN, "one");

        assertThat(approvals.approve(RUN, new Approval("two", NOW))).isTrue();

        assertThat(approvals.find(RUN)).contains(new Approval("two", NOW));
        assertThat(mongo.getDb().getCollection("runs").find().first())
                .containsEntry("state", "PLANNED")
                .containsEntry("resumesAt", Date.from(NOW))
                .doesNotContainKey("cause");
    }

    @Test
    void nobodyWhoAskedForARunApprovesIt() {
        List.of("one", "two", "one").forEach(person -> approvals.askedBy(RUN, person));

        assertThat(approvals.approve(RUN, new Approval("one", NOW))).isFalse();
        assertThat(approvals.approve(RUN, new Approval("two", NOW))).isFalse();
        assertThat(approvals.askers(RUN)).containsExactly("one", "two");
        assertThat(approvals.approve(RUN, new Approval("three", NOW))).isTrue();
    }

    @Test
    void aRunThatASlotLaunchedIsAskedForByNobody() {
        assertThat(approvals.askers(RUN)).isEmpty();
        assertThat(approvals.approve(RUN, new Approval("one", NOW))).isTrue();
    }

    @Test
    void ofManyWhoApproveAtOnceOneDoes() {
        long given = IntStream.range(0, 16)
                .parallel()
                .filter(i -> approvals.approve(RUN, new Approval("person-" + i, NOW)))
                .count();

        assertThat(given).isEqualTo(1);
    }

    @Test
    void thereIsNothingToApproveInARunThatDoesNotExist() {
        RunId nothing = new RunId("nothing@20261124T090000Z");

        assertThat(approvals.approve(nothing, new Approval("one", NOW))).isFalse();
        assertThatThrownBy(() -> approvals.find(nothing)).isInstanceOf(RunNotFound.class);
    }
}
