package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Tag("mongodb")
class RecipientsIntegrationTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private final TestMongo mongo = new TestMongo();
    private final Recipients recipients = new Recipients(mongo);

    @BeforeEach
    void threeRecipients() {
        new RecipientUpserts(mongo, new AddressReservations(mongo, Clock.systemUTC()))
                .apply(List.of(
                        change("00003", Subscription.UNSUBSCRIBED, Map.of("attributes.spent", 12.5)),
                        change(
                                "00001",
                                null,
                                Map.of(
                                        "firstName",
                                        "Ann",
                                        "lastActiveAt",
                                        date("2026-11-17T00:00:00Z"),
                                        "friends",
                                        List.of("00002", "00003"),
                                        "attributes.spent",
                                        150,
                                        "attributes.vip",
                                        true,
                                        "attributes.tags",
                                        List.of("a", "b"))),
                        change(
                                "00002",
                                null,
                                Map.of("lastActiveAt", date("2026-11-16T23:59:59Z"), "attributes.spent", 100.0))));
    }

    @AfterEach
    void close() throws Exception {
        mongo.destroy();
    }

    @Test
    void findsThoseWhoExist() {
        Map<RecipientId, Recipient> found = recipients.findAll(List.of(id("00001"), id("00003"), id("nobody")));
        assertThat(found).containsOnlyKeys(id("00001"), id("00003"));
        Recipient ann = recipients.find(id("00001")).orElseThrow();
        assertThat(ann.friends()).containsExactly(id("00002"), id("00003"));
        assertThat(ann.lastActiveAt()).isEqualTo("2026-11-17T00:00:00Z");
        assertThat(ann.inactivityStage()).isNull();
        assertThat(ann.attributes()).containsEntry("tags", List.of("a", "b"));
        assertThat(recipients.findAll(List.of())).isEmpty();
        assertThat(recipients.find(id("nobody"))).isEmpty();
    }

    @Test
    void readsSubscriptionsAlone() {
        assertThat(recipients.subscriptions(List.of(id("00001"), id("00003"), id("nobody"))))
                .containsOnly(
                        Map.entry(id("00001"), Subscription.SUBSCRIBED),
                        Map.entry(id("00003"), Subscription.UNSUBSCRIBED));
        assertThat(recipients.subscriptions(List.of())).isEmpty();
    }

    @Test
    void handsOverCandidatesInTheOrderOfIds() {
        List<Candidate> candidates = new ArrayList<>();
        recipients.forEachCandidate(filter("attributes.spent: { $gt: 0 }"), candidates::add);
        assertThat(candidates)
                .containsExactly(
                        new Candidate(id("00001"), "r00001@example.com", Subscription.SUBSCRIBED),
                        new Candidate(id("00002"), "r00002@example.com", Subscription.SUBSCRIBED),
                        new Candidate(id("00003"), "r00003@example.com", Subscription.UNSUBSCRIBED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                                  | 3
                    lastActiveAt: { $gte: { daysAgo: 7 } }                              | 1
                    lastActiveAt: { $gt: { daysAgo: 7 } }                               | 0
                    lastActiveAt: { $lt: { daysAgo: 7 } }                               | 1
                    lastActiveAt: { $exists: false }                                    | 1
                    lastActiveAt: null                                                  | 1
                    attributes.spent: { $gte: 100 }                                     | 2
                    attributes.spent: { $gte: 100, $lt: 150 }                           | 1
                    attributes.vip: true                                                | 1
                    attributes.vip: { $ne: true }                                       | 2
                    attributes.tags: { $all: [a, b] }                                   | 1
                    attributes.tags: { $size: 2 }                                       | 1
                    attributes.tags: { $elemMatch: { $eq: a } }                         | 1
                    friends: "00003"                                                    | 1
                    _id: { $in: ["00001", "00002"] }                                    | 2
                    _id: { $nin: ["00001", "00002"] }                                   | 1
                    subscription: SUBSCRIBED                                            | 2
                    address: { $regex: "^R0000[12]@", $options: i }                     | 2
                    firstName: { $not: { $eq: Ann } }                                   | 2
                    { $or: [ { firstName: Ann }, { attributes.spent: 12.5 } ] }         | 2
                    { $nor: [ { firstName: Ann }, { attributes.spent: 12.5 } ] }        | 1
                    { $and: [ { firstName: Ann }, { attributes.spent: 12.5 } ] }        | 0
                    """)
    void countsASegmentAsMongoDbDoes(String yaml, long count) {
        assertThat(recipients.count(filter(yaml))).isEqualTo(count);
    }

    private static Bson filter(String yaml) {
        return Segment.of(new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {}))
                .filter(DAY, ZoneOffset.UTC);
    }

    private static RecipientChange change(String id, @Nullable Subscription subscription, Map<String, Object> values) {
        return new RecipientChange(
                id(id), EmailAddress.parse("r" + id + "@example.com"), values, Set.of(), subscription, "test");
    }

    private static RecipientId id(String id) {
        return new RecipientId(id);
    }

    private static Date date(String at) {
        return Date.from(Instant.parse(at));
    }
}
