package dev.postrider.samples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Players of a games company who never were. Their addresses are those of the SES mailbox simulator, so that mail to
 * them bothers nobody. The same seed, day and count give the same file.
 */
public final class SampleRecipients {

    public static final int DEFAULT_COUNT = 3_000;

    private static final int MIN_ID_DIGITS = 5;
    private static final int MAX_FRIENDS = 8;

    private final JsonMapper json = new JsonMapper();
    private final List<Culture> cultures = Culture.all();
    private final long seed;
    private final LocalDate today;

    /** @param today the day after the last activity of those who are most active */
    public SampleRecipients(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
    }

    /** Writes that many recipients as JSON lines, which {@code postrider import} takes. */
    public void generate(int count, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int number = 1; number <= count; number++) {
                writer.write(json.writeValueAsString(recipient(number, count)));
                writer.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> recipient(int number, int count) {
        RandomGenerator random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
        Culture culture = Culture.any(random, cultures);
        Play play = new Play(random, today);
        String id = id(number, count);
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("id", id);
        recipient.put("email", mailbox(random) + "+" + id + "@simulator.amazonses.com");
        if (random.nextInt(30) > 0) {
            recipient.put("firstName", culture.givenName(random));
            recipient.put("lastName", culture.familyName(random));
        }
        recipient.put("locale", culture.locale());
        recipient.put("timeZone", Culture.any(random, culture.zones()));
        recipient.put("signedUpAt", play.signedUpAt().toString());
        if (play.hasPlayed()) {
            recipient.put("lastActiveAt", play.lastActiveAt().toString());
        }
        subscription(random).forEach(subscription -> recipient.put("subscription", subscription));
        recipient.put("friends", friends(random, number, count));
        recipient.put("attributes", attributes(random, play, culture, id));
        return recipient;
    }

    private static Map<String, Object> attributes(RandomGenerator random, Play play, Culture culture, String id) {
        Map<String, Object> attributes = new LinkedHashMap<>(play.attributes());
        attributes.put("city", Culture.any(random, culture.cities()));
        if (random.nextInt(5) > 0) {
            attributes.put("pictureUrl", "https://pictures.example.com/players/" + id + ".png");
        }
        return attributes;
    }

    private static List<String> friends(RandomGenerator random, int number, int count) {
        int friends = Math.min(count - 1, Math.max(0, random.nextInt(-1, MAX_FRIENDS + 1)));
        return Stream.generate(() -> 1 + random.nextInt(count))
                .filter(friend -> friend != number)
                .distinct()
                .limit(friends)
                .map(friend -> id(friend, count))
                .toList();
    }

    private static String mailbox(RandomGenerator random) {
        return switch (random.nextInt(200)) {
            case 0, 1 -> "bounce";
            case 2 -> "complaint";
            case 3 -> "ooto";
            default -> "success";
        };
    }

    private static Stream<String> subscription(RandomGenerator random) {
        return switch (random.nextInt(100)) {
            case 0, 1 -> Stream.of("UNSUBSCRIBED");
            case 2 -> Stream.of("PAUSED");
            default -> Stream.empty();
        };
    }

    private static String id(int number, int count) {
        int digits = Math.max(MIN_ID_DIGITS, String.valueOf(count).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
