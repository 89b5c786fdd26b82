package dev.postrider.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.recipient.TestMongo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mongodb")
class SuppressionsIntegrationTests {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final TestMongo mongo = new TestMongo();
    private final Suppressions suppressions = new Suppressions(mongo, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() throws Exception {
        mongo.destroy();
    }

    @Test
    void findsTheReasonsOfThoseWhoAreSuppressed() {
        suppressions.add("ann@example.com", "bounce", "smtp; 550");
        suppressions.add("bob@example.com", "complaint", null);
        assertThat(suppressions.find(List.of("ann@example.com", "bob@example.com", "eve@example.com")))
                .isEqualTo(Map.of("ann@example.com", "bounce", "bob@example.com", "complaint"));
        assertThat(suppressions.find(List.of())).isEmpty();
        assertThat(suppressions.count()).isEqualTo(2);
    }

    @Test
    void keepsDetailAndTimeAndTheLastReason() {
        suppressions.add("ann@example.com", "bounce", "smtp; 550");
        suppressions.add("ann@example.com", "complaint", "abuse");
        assertThat(mongo.getMongoDatabase().getCollection("suppressions").find())
                .containsExactly(new Document("_id", "ann@example.com")
                        .append("reason", "complaint")
                        .append("at", Date.from(NOW))
                        .append("v", 1)
                        .append("detail", "abuse"));
    }

    @Test
    void removesOnlyOnce() {
        suppressions.add("ann@example.com", "bounce", null);
        assertThat(suppressions.remove("ann@example.com")).isTrue();
        assertThat(suppressions.remove("ann@example.com")).isFalse();
        assertThat(suppressions.find(List.of("ann@example.com"))).isEmpty();
    }
}
