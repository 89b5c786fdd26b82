package dev.postrider.cli.bench;

import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bench's result for people. */
final class BenchText {

    private BenchText() {}

    static void print(BenchResult result, Path file, Terminal terminal) {
        terminal.out().println();
        speeds(result).print(terminal);
        terminal.out().println();
        new Facts()
                .add("against naive", times(result.emailsPerSecond(), result.naive()))
                .add("against floor", times(result.emailsPerSecond(), result.floor()))
                .add("first mail after", String.format(Locale.ROOT, "%.2f s", result.firstMailSeconds()))
                .add("CPU us an email", micros(result.cpuMicrosPerEmail()))
                .add("  of the worker", micros(result.stageCpuMicrosPerEmail()))
                .add("peak heap", megabytes(result.peakHeapBytes()) + ", live " + megabytes(result.peakLiveHeapBytes()))
                .add("peak Redis", megabytes(result.peakRedisBytes()))
                .add("collecting garbage", String.format(Locale.ROOT, "%.1f%% of the time", result.gcShare() * 100))
                .add("all figures", file)
                .print(terminal);
    }

    static String line(int number, Lap lap) {
        return String.format(
                Locale.ROOT,
                "Round %d: %-8s %,9d emails in %6.1f s: %,.0f/s%s",
                number,
                lap.contender().name().toLowerCase(Locale.ROOT),
                lap.round().messages(),
                lap.round().seconds(),
                lap.round().perSecond(),
                lap.warmUp() ? " (warm-up)" : "");
    }

    private static Table speeds(BenchResult result) {
        Table table = new Table("emails/s", "median", "minimum", "maximum");
        result.spread()
                .forEach((name, spread) -> table.row(
                        name.equals("emailsPerSecond") ? "campaign" : name,
                        Math.round(spread.median()),
                        Math.round(spread.minimum()),
                        Math.round(spread.maximum())));
        return table;
    }

    private static @Nullable String times(double own, @Nullable Double other) {
        return other == null ? null : String.format(Locale.ROOT, "%.2f times", own / other);
    }

    private static String micros(Map<String, Double> micros) {
        StringBuilder text = new StringBuilder();
        micros.forEach((name, used) -> text.append(text.length() == 0 ? "" : ", ")
                .append(name)
                .append(' ')
                .append(Math.round(used)));
        return text.toString();
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1e6) + " MB";
    }
}
