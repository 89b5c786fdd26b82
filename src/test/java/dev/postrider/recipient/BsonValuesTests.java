package dev.postrider.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.junit.jupiter.api.Test;

class BsonValuesTests {

    @Test
    void everyTypeIsWhatTemplatesAreShown() {
        assertThat(read("""
                        {text: "a", whole: 1, long: {$numberLong: "5000000000"}, part: 0.5, flag: true,
                         day: {$date: "2026-01-02T03:04:05Z"}, price: {$numberDecimal: "1.10"},
                         other: {$oid: "5f0000000000000000000001"}, list: [1, {a: "b"}], map: {c: 2}}"""))
                .isEqualTo(Map.of(
                        "text",
                        "a",
                        "whole",
                        1,
                        "long",
                        5_000_000_000L,
                        "part",
                        0.5,
                        "flag",
                        true,
                        "day",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        "price",
                        new BigDecimal("1.10"),
                        "other",
                        "5f0000000000000000000001",
                        "list",
                        List.of(1, Map.of("a", "b")),
                        "map",
                        Map.of("c", 2)));
    }

    @Test
    void whatIsNullOrNotForTemplatesIsAbsentAndTheRestIsRead() {
        assertThat(read("{a: null, b: {$binary: {base64: \"AAAA\", subType: \"00\"}}, c: [null, 1], d: 2}"))
                .isEqualTo(Map.of("c", List.of(1), "d", 2));
    }

    private static Map<String, Object> read(String json) {
        return BsonValues.document(new BsonDocumentReader(BsonDocument.parse(json)));
    }
}
