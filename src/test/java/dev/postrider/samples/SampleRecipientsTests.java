package dev.postrider.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleRecipientsTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Instant START_OF_TODAY = Instant.parse("2026-11-24T00:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void givesTheSameFileForTheSameSeedAndDay() throws Exception {
        assertThat(generated(7, 200)).isEqualTo(generated(7, 200)).isNotEqualTo(generated(8, 200));
    }

    @Test
    void everybodyIsWholeAndWritesToTheMailboxSimulator() throws Exception {
        List<JsonNode> recipients = recipients(1_000);
        Set<String> ids = new HashSet<>();
        recipients.forEach(recipient -> ids.add(recipient.get("id").asString()));
        assertThat(ids).hasSize(1_000).contains("00001", "01000");
        assertThat(recipients).allSatisfy(recipient -> {
            assertThat(recipient.get("email").asString())
                    .matches("(success|bounce|complaint|ooto)\\+\\d{5}@simulator\\.amazonses\\.com");
            assertThat(ZoneId.of(recipient.get("timeZone").asString())).isNotNull();
            Instant signedUp = Instant.parse(recipient.get("signedUpAt").asString());
            assertThat(signedUp).isBefore(START_OF_TODAY);
            assertThat(recipient.path("lastActiveAt").asString(signedUp.toString()))
                    .satisfies(active -> assertThat(Instant.parse(active)).isBetween(signedUp, START_OF_TODAY));
            recipient.get("friends").forEach(friend -> assertThat(ids).contains(friend.asString()));
            assertThat(recipient.get("friends").toString())
                    .doesNotContain(recipient.get("id").asString());
        });
    }

    @Test
    void everyBranchOfATemplateAndEveryStageOfInactivityHasSomebody() throws Exception {
        List<JsonNode> recipients = recipients(SampleRecipients.DEFAULT_COUNT);
        assertThat(share(recipients, recipient -> away(recipient, 0, 7))).isBetween(0.4, 0.5);
        assertThat(share(recipients, recipient -> away(recipient, 90, 120))).isBetween(0.07, 0.13);
        assertThat(share(recipients, recipient -> away(recipient, 120, 180))).isBetween(0.05, 0.12);
        assertThat(share(recipients, recipient -> away(recipient, 180, 800))).isBetween(0.08, 0.16);
        assertThat(share(
                        recipients,
                        recipient -> recipient.get("attributes").get("spent").asDouble() >= 100))
                .isBetween(0.06, 0.13);
        assertThat(share(
                        recipients,
                        recipient -> recipient.get("attributes").get("vip").asBoolean()))
                .isBetween(0.01, 0.04);
        assertThat(share(recipients, recipient -> !recipient.has("lastActiveAt")))
                .isBetween(0.01, 0.03);
        assertThat(share(recipients, recipient -> !recipient.has("firstName"))).isBetween(0.02, 0.05);
        assertThat(share(recipients, recipient -> recipient.has("subscription")))
                .isBetween(0.02, 0.05);
        assertThat(share(recipients, recipient -> recipient.get("friends").isEmpty()))
                .isBetween(0.1, 0.3);
        assertThat(share(
                        recipients,
                        recipient -> recipient.get("email").asString().startsWith("bounce")))
                .isBetween(0.004, 0.02);
        assertThat(share(
                        recipients,
                        recipient ->
                                recipient.get("attributes").get("streakDays").asInt() > 0))
                .isBetween(0.03, 0.12);
    }

    private static boolean away(JsonNode recipient, int from, int to) {
        Instant active = Instant.parse(recipient.path("lastActiveAt").asString("1970-01-01T00:00:00Z"));
        long days = Duration.between(active, START_OF_TODAY).toDays();
        return from <= days && days < to;
    }

    private static double share(List<JsonNode> recipients, Predicate<JsonNode> some) {
        return (double) recipients.stream().filter(some).count() / recipients.size();
    }

    private List<JsonNode> recipients(int count) throws Exception {
        JsonMapper json = new JsonMapper();
        return generated(1, count).lines().map(json::readTree).toList();
    }

    private String generated(long seed, int count) throws Exception {
        Path file = directory.resolve("sample.jsonl");
        new SampleRecipients(seed, TODAY).generate(count, file);
        return Files.readString(file);
    }
}
