package dev.postrider.cli.recipient;

import dev.postrider.audit.Audit;
import dev.postrider.audit.AuditAction;
import dev.postrider.audit.AuditSubject;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.suppression.Suppressions;
import dev.postrider.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "suppression", description = "Say who must not be mailed, and why.")
public final class SuppressionCommands {

    private final CommandContext context;

    public SuppressionCommands(CommandContext context) {
        this.context = context;
    }

    /** What became of the addresses that were given. */
    record Change(int changed, long suppressed) {}

    @Command(description = "Never mail an address again.")
    int add(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--reason", paramLabel = "WORD", defaultValue = "manual", description = "Why (manual).")
                    String reason,
            @Option(names = "--detail", paramLabel = "TEXT", description = "More on that.") @Nullable String detail,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        EmailAddress parsed = EmailAddress.parse(address);
        return suppress(Set.of(parsed), masked(parsed), reason, detail, stores, output);
    }

    @Command(name = "import", description = "Never mail the addresses in a file again: one a line, or first in a CSV.")
    int addAll(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--reason", paramLabel = "WORD", defaultValue = "manual", description = "Why (manual).")
                    String reason,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output)
            throws IOException {
        Set<EmailAddress> addresses = AddressFile.read(file);
        String subject = addresses.size() + " of " + file.getFileName();
        return suppress(addresses, subject, reason, null, stores, output);
    }

    @Command(description = "Allow to mail an address again.")
    int remove(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        EmailAddress parsed = EmailAddress.parse(address);
        return change(
                stores,
                output,
                beans -> beans.getBean(Audit.class)
                        .during(AuditAction.UNSUPPRESSED, AuditSubject.address(masked(parsed)), Map.of(), () -> {
                            boolean removed = beans.getBean(Suppressions.class).remove(parsed.normalised());
                            return removed ? 1 : 0;
                        }));
    }

    @Command(description = "Say whether, and why, an address must not be mailed.")
    int show(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Mixin StoreOptions stores,
            @Mixin OutputOptions output) {
        String normalised = EmailAddress.parse(address).normalised();
        Map<String, String> reasons = context.launch()
                .look(
                        stores,
                        Set.of(Store.MONGODB),
                        beans -> beans.getBean(Suppressions.class).find(Set.of(normalised)));
        output.print(
                terminal(),
                reasons,
                () -> terminal().out().println(normalised + ": " + reasons.getOrDefault(normalised, "not suppressed")));
        return ExitCodes.DONE;
    }

    private int suppress(
            Set<EmailAddress> addresses,
            String subject,
            String reason,
            @Nullable String detail,
            StoreOptions stores,
            OutputOptions output) {
        return change(
                stores,
                output,
                beans -> beans.getBean(Audit.class)
                        .during(AuditAction.SUPPRESSED, AuditSubject.address(subject), Map.of("reason", reason), () -> {
                            Suppressions suppressions = beans.getBean(Suppressions.class);
                            addresses.forEach(address -> suppressions.add(address.normalised(), reason, detail));
                            return addresses.size();
                        }));
    }

    private int change(StoreOptions stores, OutputOptions output, Function<BeanFactory, Integer> work) {
        Change change = context.launch().look(stores, Set.of(Store.MONGODB), beans -> {
            int changed = work.apply(beans);
            return new Change(changed, beans.getBean(Suppressions.class).count());
        });
        output.print(
                terminal(),
                change,
                () -> terminal()
                        .out()
                        .println(change.changed() + " changed; " + change.suppressed() + " are suppressed now"));
        return ExitCodes.DONE;
    }

    private static String masked(EmailAddress address) {
        String normalised = address.normalised();
        return normalised.charAt(0) + "***" + normalised.substring(normalised.lastIndexOf('@'));
    }

    private Terminal terminal() {
        return context.terminal();
    }
}
