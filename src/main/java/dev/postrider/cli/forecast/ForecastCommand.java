package dev.postrider.cli.forecast;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.forecast.Forecast;
import dev.postrider.forecast.Forecasts;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "forecast",
        description = {
            "Count the recipients of the coming days' slots against the account's quota and warm-ups.",
            "Says what does not fit, and by when to ask AWS for more. Nothing is sent or planned."
        })
public final class ForecastCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 366;

    private final CommandContext context;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "14",
            description = "So many days ahead (${DEFAULT-VALUE}).")
    private int days;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ForecastCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidArguments("--days takes a number from 1 to " + MOST_DAYS + ", not " + days);
        }
        Forecast forecast = context.launch()
                .look(
                        stores,
                        Set.of(Store.MONGODB, Store.REDIS),
                        beans -> beans.getBean(Forecasts.class).of(Duration.ofDays(days)));
        output.print(context.terminal(), forecast, () -> ForecastText.print(forecast, context.terminal()));
        return forecast.errors().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
