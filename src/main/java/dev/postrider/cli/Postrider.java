package dev.postrider.cli;

import dev.postrider.cli.audit.AuditCommand;
import dev.postrider.cli.bench.BenchCommand;
import dev.postrider.cli.demo.DemoCommand;
import dev.postrider.cli.feedback.FeedbackCommands;
import dev.postrider.cli.forecast.ForecastCommand;
import dev.postrider.cli.housekeeping.HousekeepingCommand;
import dev.postrider.cli.job.JobCommands;
import dev.postrider.cli.loadtest.LoadTestCommand;
import dev.postrider.cli.local.SimulatorCommand;
import dev.postrider.cli.local.StoresCommand;
import dev.postrider.cli.node.ServeCommand;
import dev.postrider.cli.node.WorkerCommand;
import dev.postrider.cli.recipient.ImportCommand;
import dev.postrider.cli.recipient.InactivityCommand;
import dev.postrider.cli.recipient.RecipientCommands;
import dev.postrider.cli.recipient.SuppressionCommands;
import dev.postrider.cli.run.CampaignCommands;
import dev.postrider.cli.run.RunCommands;
import dev.postrider.cli.schedule.ScheduleCommands;
import dev.postrider.cli.shell.BuildVersion;
import dev.postrider.cli.shell.Program;
import dev.postrider.cli.template.TemplateCommands;
import dev.postrider.terminal.Terminal;
import java.util.Arrays;
import java.util.TimeZone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code postrider} command. */
@Command(
        name = "postrider",
        versionProvider = BuildVersion.class,
        description = "Scheduled e-mail campaigns: MongoDB, FreeMarker, Redis, Amazon SES.",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            ImportCommand.class,
            CampaignCommands.class,
            RunCommands.class,
            ScheduleCommands.class,
            ForecastCommand.class,
            InactivityCommand.class,
            JobCommands.class,
            AuditCommand.class,
            HousekeepingCommand.class,
            TemplateCommands.class,
            RecipientCommands.class,
            SuppressionCommands.class,
            FeedbackCommands.class,
            LoadTestCommand.class,
            StoresCommand.class,
            SimulatorCommand.class,
            BenchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Every command takes Spring properties: --spring.mongodb.uri=..., the environment, application.yml.",
            "Exit codes: 0 done, 1 failed or stopped, 2 wrong usage, 3 paused, awaiting approval or stopped at the account's limits."
        })
public final class Postrider {

    @Option(
            names = Program.DEBUG,
            scope = ScopeType.INHERIT,
            description = "Show stack traces of errors, and more logs.")
    boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    public static void main(String[] args) {
        // The job repository stores local times without their zone, and processes elsewhere take them for their own.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Terminal terminal = Terminal.ofProcess(System.getenv());
        System.setErr(terminal.err());
        if (Arrays.asList(args).contains(Program.DEBUG)) {
            // Read by logback.xml, which is loaded with the first logger.
            System.setProperty("postrider.log.level", "INFO");
            System.setProperty("postrider.log.exception", "%ex");
        }
        System.exit(new Program(terminal, Postrider.class).run(args));
    }
}
