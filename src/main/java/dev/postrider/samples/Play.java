package dev.postrider.samples;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * When somebody has played and paid. Many were there this week, and every stage of inactivity has its share; most have
 * never paid, and a few have paid a lot.
 */
final class Play {

    private static final List<String> GAMES = List.of(
            "Gates of Gold",
            "Pharaoh's Path",
            "Lucky Harbour",
            "Dragon Dice",
            "Midnight Bingo",
            "Cactus Jack",
            "Coral Reels",
            "Royal Rummy");
    private static final double VIP_FROM = 400;
    private static final double MOST_SPENT = 5_000;
    private static final int MINUTES_A_DAY = (int) Duration.ofDays(1).toMinutes();

    private final RandomGenerator random;
    private final Instant today;
    private final int daysAway;
    private final int daysKnown;

    Play(RandomGenerator random, LocalDate today) {
        this.random = random;
        this.today = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.daysAway = daysAway();
        this.daysKnown = daysAway + random.nextInt(1, 1_200);
    }

    private int daysAway() {
        double share = random.nextDouble();
        if (share < 0.45) {
            return random.nextInt(0, 7);
        }
        if (share < 0.70) {
            return random.nextInt(7, 90);
        }
        if (share < 0.80) {
            return random.nextInt(90, 120);
        }
        return share < 0.88 ? random.nextInt(120, 180) : random.nextInt(180, 700);
    }

    boolean hasPlayed() {
        return daysKnown % 50 != 0;
    }

    Instant signedUpAt() {
        return daysBefore(daysKnown);
    }

    Instant lastActiveAt() {
        return daysBefore(daysAway);
    }

    /** Attributes by name, in a fixed order. */
    Map<String, Object> attributes() {
        Map<String, Object> attributes = new TreeMap<>();
        double spent = spent();
        int days = daysKnown - daysAway;
        attributes.put("spent", spent);
        attributes.put("vip", spent >= VIP_FROM);
        attributes.put("level", 1 + random.nextInt(1 + days / 12));
        attributes.put("coins", random.nextInt(50) * random.nextInt(2_000));
        attributes.put("streakDays", daysAway == 0 ? 1 + random.nextInt(Math.min(days, 30)) : 0);
        if (spent > 0) {
            attributes.put(
                    "lastPurchaseAt",
                    daysBefore(daysAway + random.nextInt(days)).toString());
        }
        if (random.nextInt(10) > 0) {
            attributes.put("favouriteGame", Culture.any(random, GAMES));
        }
        return attributes;
    }

    private double spent() {
        if (random.nextDouble() < 0.4) {
            return 0;
        }
        double spent = 14.99 / (1 - random.nextDouble());
        return Math.round(Math.min(spent, MOST_SPENT) * 100) / 100.0;
    }

    private Instant daysBefore(int days) {
        return today.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(1 + random.nextInt(MINUTES_A_DAY - 1)));
    }
}
