package dev.postrider.cli.recipient;

import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.NothingFound;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.recipient.Recipient;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import dev.postrider.recipient.Segment;
import dev.postrider.terminal.Facts;
import dev.postrider.terminal.Terminal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "recipient", description = "Look at recipients.")
public final class RecipientCommands {

    /** How many recipients a campaign selects. */
    record Count(String campaign, LocalDate asOf, long count) {}

    private final CommandContext context;

    public RecipientCommands(CommandContext context) {
        this.context = context;
    }

    @Command(description = "Show a recipient.")
    int show(@Parameters(paramLabel = "ID") String id, @Mixin StoreOptions stores, @Mixin OutputOptions output) {
        Recipient recipient = look(
                stores,
                beans -> beans.getBean(Recipients.class)
                        .find(new RecipientId(id))
                        .orElseThrow(() -> new NothingFound("there is no recipient " + id)));
        Map<String, Object> fields = RecipientText.fields(recipient);
        output.print(terminal(), fields, () -> RecipientText.print(fields, terminal()));
        return ExitCodes.DONE;
    }

    @Command(description = "Count the recipients that a campaign's segment selects.")
    int count(
            @Option(names = "--campaign", paramLabel = "NAME", required = true, description = "The campaign.")
                    String campaign,
            @Option(names = "--as-of", paramLabel = "DATE", description = "The day that daysAgo counts from (today).")
                    @Nullable
                    LocalDate asOf,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        Count count = look(stores, beans -> count(campaign, asOf, beans));
        output.print(
                terminal(),
                count,
                () -> new Facts()
                        .add("campaign", count.campaign())
                        .add("as of", count.asOf())
                        .add("recipients", count.count())
                        .print(terminal()));
        return ExitCodes.DONE;
    }

    private static Count count(String campaign, @Nullable LocalDate asOf, BeanFactory beans) {
        CampaignDefinition definition = beans.getBean(Campaigns.class).get(campaign);
        LocalDate day =
                asOf == null ? LocalDate.ofInstant(beans.getBean(Clock.class).instant(), definition.zone()) : asOf;
        Segment segment = Segment.of(definition.segment());
        return new Count(campaign, day, beans.getBean(Recipients.class).count(segment.filter(day, definition.zone())));
    }

    private <T> T look(StoreOptions stores, Function<BeanFactory, T> work) {
        return context.launch().look(stores, Set.of(Store.MONGODB), work);
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
