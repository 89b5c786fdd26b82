package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class SegmentTests {

    private static final LocalDate DAY = LocalDate.parse("2026-11-24");

    @Test
    void daysAgoIsTheStartOfTheSlotsDayInTheCampaignsZone() {
        Segment segment = segment("lastActiveAt: { $gte: { daysAgo: 7 } }");
        assertThat(segment.filter(DAY, ZoneOffset.UTC))
                .isEqualTo(parse("{lastActiveAt: {$gte: {$date: '2026-11-17T00:00:00Z'}}}"));
        assertThat(segment.filter(DAY, ZoneId.of("America/Los_Angeles")))
                .isEqualTo(parse("{lastActiveAt: {$gte: {$date: '2026-11-17T08:00:00Z'}}}"));
        assertThat(segment.filter(LocalDate.parse("2026-11-04"), ZoneId.of("America/Los_Angeles")))
                .isEqualTo(parse("{lastActiveAt: {$gte: {$date: '2026-10-28T07:00:00Z'}}}"));
    }

    @Test
    void datesAreTheStartOfTheirDayInUtcAlsoOnAttributes() {
        assertThat(filter("""
                        signedUpAt: { $gt: "2026-01-31", $lte: "2026-02-01T10:00:00+02:00" }
                        attributes.lastPurchaseAt: { $in: ["2026-01-31", gold, 5] }
                        """)).isEqualTo(parse("""
                        {signedUpAt: {$gt: {$date: '2026-01-31T00:00:00Z'}, $lte: {$date: '2026-02-01T08:00:00Z'}},
                         'attributes.lastPurchaseAt': {$in: [{$date: '2026-01-31T00:00:00Z'}, 'gold', 5]}}
                        """));
    }

    @Test
    void takesDatesAndInstantsAsTheyComeFromParsers() {
        Date date = Date.from(Instant.parse("2026-01-31T00:00:00Z"));
        for (Object value : List.of(date, LocalDate.parse("2026-01-31"), date.toInstant())) {
            Map<String, Object> filter = Map.of("lastActiveAt", Map.of("$gte", value));
            assertThat(Segment.of(filter).filter(DAY, ZoneOffset.UTC))
                    .isEqualTo(new Document("lastActiveAt", new Document("$gte", date)));
        }
    }

    @Test
    void takesEveryAllowedOperator() {
        assertThat(filter("""
                        $or:
                          - attributes.spent: { $gte: 100.5, $not: { $gt: 1000 } }
                          - $nor: [ { friends: { $size: 0 } }, { attributes.tags: { $all: [vip, gold] } } ]
                        $and: [ { locale: { $nin: [de, fr] } }, { attributes.vip: { $ne: true } } ]
                        inactivity: { $exists: false }
                        attributes.orders: { $elemMatch: { item: coin, count: { $gt: 3 } } }
                        friends: { $elemMatch: { $eq: "00007" } }
                        firstName: null
                        subscription: SUBSCRIBED
                        inactivity.stage: { $lt: 120 }
                        """)).isEqualTo(parse("""
                        {$or: [{'attributes.spent': {$gte: 100.5, $not: {$gt: 1000}}},
                               {$nor: [{friends: {$size: 0}}, {'attributes.tags': {$all: ['vip', 'gold']}}]}],
                         $and: [{locale: {$nin: ['de', 'fr']}}, {'attributes.vip': {$ne: true}}],
                         inactivity: {$exists: false},
                         'attributes.orders': {$elemMatch: {item: 'coin', count: {$gt: 3}}},
                         friends: {$elemMatch: {$eq: '00007'}},
                         firstName: null,
                         subscription: 'SUBSCRIBED',
                         'inactivity.stage': {$lt: 120}}
                        """));
    }

    @Test
    void takesSimplePatternsOnTexts() {
        assertThat(filter("address: { $regex: \"@gmail[.]com$\", $options: i }"))
                .isEqualTo(new Document("address", new Document("$regex", "@gmail[.]com$").append("$options", "i")));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> Segment.of(Map.of("attributes.spent", Double.NaN)))
                .hasMessage("attributes.spent: NaN is not a number");
    }

    @Test
    void anEmptyFilterIsEverybody() {
        assertThat(Segment.of(Map.of()).filter(DAY, ZoneOffset.UTC)).isEqualTo(new Document());
    }

    @ParameterizedTest
    @MethodSource
    void namesThePlaceAndTheCauseOfAnError(String yaml, String message) {
        assertThatThrownBy(() -> segment(yaml))
                .isInstanceOf(InvalidSegment.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> namesThePlaceAndTheCauseOfAnError() {
        return Stream.of(
                Arguments.of("$where: this.spent > 5", "$where: is not allowed in a segment"),
                Arguments.of("$expr: { $gt: [1, 0] }", "$expr: is not allowed"),
                Arguments.of("$text: { $search: x }", "$text: is not allowed"),
                Arguments.of("$jsonSchema: {}", "$jsonSchema: is not allowed"),
                Arguments.of("attributes.x: { $function: { body: x } }", "attributes.x.$function: is not allowed"),
                Arguments.of("attributes.x: { $not: { $where: x } }", "attributes.x.$not.$where: is not allowed"),
                Arguments.of(
                        "lastActiveAt: { $gtee: 7 }", "lastActiveAt.$gtee: unknown operator; did you mean \"$gte\"?"),
                Arguments.of("lastActivAt: 1", "lastActivAt: unknown field; did you mean \"lastActiveAt\"?"),
                Arguments.of("spent: 1", "spent: unknown field; did you mean \"attributes.spent\"?"),
                Arguments.of("id: x", "id: unknown field; did you mean \"_id\"?"),
                Arguments.of("attributes..x: 1", "attributes..x: not the name of an attribute"),
                Arguments.of("lastActiveAt: { $gte: 7 }", "lastActiveAt.$gte: 7 is not a date"),
                Arguments.of("lastActiveAt: { $gte: \"2026-02-30\" }", "lastActiveAt.$gte: 2026-02-30 is not a date"),
                Arguments.of("lastActiveAt: { $gte: { daysAgo: x } }", "daysAgo takes a whole number of days, not x"),
                Arguments.of("lastActiveAt: { $gte: { daysAgo: 1.5 } }", "whole number of days, not 1.5"),
                Arguments.of("lastActiveAt: { $gte: { daysago: 1 } }", "lastActiveAt.$gte: {daysago=1} is not a date"),
                Arguments.of("firstName: 5", "firstName: 5 is not a text; put it in quotes"),
                Arguments.of("firstName: { $in: Ann }", "firstName.$in: takes a list of values"),
                Arguments.of("inactivity.stage: long", "inactivity.stage: long is not a number"),
                Arguments.of("inactivity: { $gt: 5 }", "inactivity.$gt: only $exists can be asked of inactivity"),
                Arguments.of("inactivity: 90", "inactivity: cannot be compared"),
                Arguments.of("subscription: YES", "subscription: YES is not one of SUBSCRIBED, PENDING"),
                Arguments.of("attributes.x: { $exists: 1 }", "attributes.x.$exists: takes true or false, not 1"),
                Arguments.of("attributes.x: { $size: -1 }", "attributes.x.$size: takes a whole number, not -1"),
                Arguments.of("attributes.x: [1, 2]", "attributes.x: takes one value; for several use $in"),
                Arguments.of("attributes.x: {}", "attributes.x: has no operator"),
                Arguments.of("attributes.x: { y: 1 }", "attributes.x.y: is not allowed"),
                Arguments.of("$or: { firstName: Ann }", "$or: takes a list of filters"),
                Arguments.of("$or: []", "$or: takes a list of filters"),
                Arguments.of("$and: [ { firstName: Ann }, 5 ]", "$and[1]: is not a filter"),
                Arguments.of(
                        "$and: [ { $or: [ { frends: x } ] } ]",
                        "$and[0].$or[0].frends: unknown field; did you mean \"friends\"?"),
                Arguments.of("address: { $regex: \"(a+)+$\" }", "address.$regex: groups"),
                Arguments.of("address: { $regex: \".*.*.*.*x\" }", "address.$regex: more than 3 repetitions"),
                Arguments.of("address: { $regex: \"[\" }", "address.$regex: is not a regular expression"),
                Arguments.of("address: { $regex: a, $options: x }", "address.$options: takes \"i\""),
                Arguments.of("lastActiveAt: { $regex: a }", "lastActiveAt.$regex: lastActiveAt is not a text"));
    }

    @Test
    void refusesFiltersNestedWithoutEnd() {
        Map<String, Object> filter = Map.of("firstName", "Ann");
        for (int i = 0; i < 30; i++) {
            filter = Map.of("$and", List.of(filter));
        }
        Map<String, Object> deep = filter;
        assertThatThrownBy(() -> Segment.of(deep)).hasMessageContaining("nested more than 20 levels deep");
    }

    private static Document filter(String yaml) {
        return (Document) segment(yaml).filter(DAY, ZoneOffset.UTC);
    }

    private static Segment segment(String yaml) {
        return Segment.of(new YAMLMapper().readValue(yaml, new TypeReference<Map<String, Object>>() {}));
    }

    private static Document parse(String json) {
        return Document.parse(json);
    }
}
