package dev.postrider.cli.forecast;

import dev.postrider.forecast.Forecast;
import dev.postrider.forecast.ForecastRun;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Style;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import dev.postrider.terminal.Text;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forecasts as people read them. */
final class ForecastText {

    /** With more than so many runs people read days. */
    private static final int MOST_RUNS = 50;

    /** Of the runs that wait for one warm-up. */
    private static final int MOST_NAMED = 5;

    private ForecastText() {}

    /** Broken files as errors. */
    static void print(Forecast forecast, Terminal terminal) {
        new Facts()
                .add("up to", forecast.to())
                .add(
                        "quota",
                        forecast.quota() == null
                                ? "unlimited"
                                : Text.of(forecast.quota()) + " in 24 hours for campaigns")
                .add("sent", Text.of(forecast.sentLast24Hours()) + " in the last 24 hours")
                .print(terminal);
        table(forecast.runs()).print(terminal);
        forecast.errors().forEach(terminal::error);
        if (forecast.refusal() != null) {
            terminal.warn("Nothing is sent at present: " + forecast.refusal() + ".");
        }
        terminal.out().println(verdict(forecast, terminal));
    }

    private static Table table(List<ForecastRun> runs) {
        return runs.size() > MOST_RUNS ? days(runs) : each(runs);
    }

    private static Table each(List<ForecastRun> runs) {
        Table table = new Table("RUN", "STATE", "AT", "RECIPIENTS", "24 H", "WARM-UP", "OF", "LATE", "ENDS");
        runs.forEach(run -> table.row(
                run.run(),
                run.state() == null ? "to come" : run.state(),
                run.at(),
                run.recipients(),
                run.last24Hours(),
                run.warmUp(),
                run.warmUp() == null ? null : run.warmUpIdentity(),
                run.fits() ? null : run.late(),
                run.ends() == null ? "later" : run.ends()));
        return table;
    }

    private static Table days(List<ForecastRun> runs) {
        Table table = new Table("DAY", "RUNS", "RECIPIENTS", "MOST IN 24 H", "LATE", "BY WARM-UP");
        runs.stream()
                .collect(Collectors.groupingBy(ForecastText::day, TreeMap::new, Collectors.toList()))
                .forEach((day, ofDay) -> table.row(
                        day,
                        ofDay.size(),
                        ofDay.stream().mapToLong(ForecastRun::recipients).sum(),
                        ofDay.stream().mapToLong(ForecastRun::last24Hours).max().orElse(0),
                        ofDay.stream().mapToLong(ForecastRun::late).sum(),
                        ofDay.stream().mapToLong(ForecastRun::lateByWarmUp).sum()));
        return table;
    }

    private static LocalDate day(ForecastRun run) {
        return LocalDate.ofInstant(run.at(), ZoneOffset.UTC);
    }

    private static String verdict(Forecast forecast, Terminal terminal) {
        return forecast.firstMisfit()
                .map(run -> terminal.out(Style.YELLOW, misfit(run, forecast)))
                .orElseGet(() ->
                        terminal.out(Style.GREEN, forecast.runs().isEmpty() ? "Nothing is due." : "All runs fit."));
    }

    private static String misfit(ForecastRun run, Forecast forecast) {
        long late = forecast.runs().stream().filter(each -> !each.fits()).count();
        String first = Text.of(late) + " of " + Text.of(forecast.runs().size()) + " runs do not fit, the first being "
                + run.run() + ": " + Text.of(run.late()) + " recipients wait for room.";
        return Stream.of(Stream.of(first), quota(forecast).stream(), warmUps(forecast))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static Optional<String> quota(Forecast forecast) {
        return forecast.firstOverQuota()
                .map(run -> "For all in time the account needs a quota of " + Text.of(forecast.neededQuota())
                        + " in 24 hours: ask AWS for it "
                        + (forecast.tooLate()
                                ? "now: it is too late for " + run.run() + ", the day for that was " + forecast.askBy()
                                : "by " + forecast.askBy())
                        + ".");
    }

    /** A line for each identity whose warm-up has runs wait. */
    private static Stream<String> warmUps(Forecast forecast) {
        return forecast.lateByWarmUp().entrySet().stream()
                .map(late -> "The warm-up of " + late.getKey() + " does not allow more: "
                        + some(late.getValue().stream().map(ForecastRun::run).toList()) + ".");
    }

    private static String some(List<String> runs) {
        String shown = runs.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = runs.size() - MOST_NAMED;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
