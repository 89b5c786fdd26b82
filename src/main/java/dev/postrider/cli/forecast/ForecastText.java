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
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Forecasts as people read them. */
final class ForecastText {

    /** With more than so many runs people read days. */
    private static final int MOST_RUNS = 50;

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
        Table table = new Table("RUN", "STATE", "AT", "RECIPIENTS", "24 H", "WARM-UP", "LATE", "ENDS");
        runs.forEach(run -> table.row(
                run.run(),
                run.state() == null ? "to come" : run.state(),
                run.at(),
                run.recipients(),
                run.last24Hours(),
                run.warmUp(),
                run.fits() ? null : run.late(),
                run.ends() == null ? "later" : run.ends()));
        return table;
    }

    private static Table days(List<ForecastRun> runs) {
        Table table = new Table("DAY", "RUNS", "RECIPIENTS", "MOST IN 24 H", "WARM-UP", "LATE");
        runs.stream()
                .collect(Collectors.groupingBy(ForecastText::day, TreeMap::new, Collectors.toList()))
                .forEach((day, ofDay) -> table.row(
                        day,
                        ofDay.size(),
                        ofDay.stream().mapToLong(ForecastRun::recipients).sum(),
                        ofDay.stream().mapToLong(ForecastRun::last24Hours).max().orElse(0),
                        ofDay.get(0).warmUp(),
                        ofDay.stream().mapToLong(ForecastRun::late).sum()));
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
        return first + System.lineSeparator() + remedy(forecast);
    }

    private static String remedy(Forecast forecast) {
        return forecast.firstOverQuota()
                .map(run -> "For all in time the account needs a quota of " + Text.of(forecast.neededQuota())
                        + " in 24 hours: ask AWS for it "
                        + (forecast.tooLate()
                                ? "now: it is too late for " + run.run() + ", the day for that was " + forecast.askBy()
                                : "by " + forecast.askBy())
                        + ".")
                .orElse("The quota would do; it is the warm-up that does not allow more.");
    }
}
