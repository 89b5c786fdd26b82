package dev.postrider.rollout;

import java.util.Locale;

/** What the guard says to people. */
final class GuardText {

    private GuardText() {}

    static String objection(GuardFigures figures, Thresholds thresholds, boolean again) {
        return String.format(
                Locale.ROOT,
                "the guard: of %,d messages sent%s %s bounced permanently (under %s allowed) and %s brought a"
                        + " complaint (under %s allowed); to go on is to accept that",
                figures.sent(),
                again ? " since that was last accepted" : "",
                part(figures.bounces(), figures.sent()),
                percent(thresholds.bounces()),
                part(figures.complaints(), figures.sent()),
                percent(thresholds.complaints()));
    }

    private static String part(long count, long of) {
        return of == 0
                ? String.format(Locale.ROOT, "%,d", count)
                : String.format(Locale.ROOT, "%,d, %s,", count, percent((double) count / of));
    }

    /** Three digits, without zeros that say nothing. */
    static String percent(double share) {
        String text = String.format(Locale.ROOT, share >= 0.1 ? "%.1f" : share >= 0.01 ? "%.2f" : "%.3f", share * 100);
        return text.replaceAll("\\.?0+$", "") + " %";
    }
}
