package dev.postrider.cli.run;

import dev.postrider.cli.job.JobProgress;
import dev.postrider.cli.shell.CommandContext;
import dev.postrider.cli.shell.ExitCodes;
import dev.postrider.cli.shell.OutputOptions;
import dev.postrider.launch.Store;
import dev.postrider.launch.StoreOptions;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import dev.postrider.operations.JobView;
import dev.postrider.operations.Jobs;
import dev.postrider.resend.Resend;
import dev.postrider.resend.ResendOrders;
import dev.postrider.resend.ResendReport;
import dev.postrider.resend.ResendReports;
import dev.postrider.resend.ResendWork;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends again what a run left unknown or rejected, and goes on with a resend that did not end. */
@Command(
        name = "resend",
        description = {
            "Send again what a run that is over left unknown or rejected, as a new attempt.",
            "A resend of the run that did not end is continued. Without --yes it says what would be sent, and sends nothing."
        })
public final class ResendCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "RUN", description = "weekly-loyalty@20261124T090000Z")
    private String run = "";

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--yes", description = "Really send.")
    private boolean yes;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** One of them. */
    static final class Which {

        @Option(names = "--unknown", required = true, description = "Those of whom nobody knows whether SES took them.")
        private boolean unknown;

        @Option(names = "--rejected", required = true, description = "Those that SES refused.")
        private boolean rejected;

        DeliveryState state() {
            if (unknown == rejected) {
                throw new IllegalStateException("exactly one of --unknown and --rejected has to be given");
            }
            return unknown ? DeliveryState.UNKNOWN : DeliveryState.REJECTED;
        }
    }

    /** What there is to send again, where nothing is sent. */
    record Selected(String run, DeliveryState of, long selected) {}

    public ResendCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunId id = new RunId(run);
        return yes
                ? context.launch().work(stores, Set.of(Store.values()), beans -> send(id, beans))
                : context.launch().look(stores, Set.of(Store.MONGODB), beans -> look(id, beans));
    }

    private int look(RunId id, BeanFactory beans) {
        return tell(new Selected(
                run, which.state(), beans.getBean(ResendOrders.class).look(id, which.state())));
    }

    private int tell(Selected selected) {
        output.print(context.terminal(), selected, () -> ResendText.print(selected, context.terminal()));
        return ExitCodes.DONE;
    }

    private int send(RunId id, BeanFactory beans) {
        Optional<Resend> opened = beans.getBean(ResendOrders.class).open(id, which.state());
        if (opened.isEmpty()) {
            return tell(new Selected(run, which.state(), 0));
        }
        Resend resend = opened.get();
        ResendWork work = beans.getBean(ResendWork.class);
        JobView job = JobProgress.during(
                context.terminal(), beans.getBean(Jobs.class), step -> resend.selected(), () -> work.goOn(resend));
        ResendReports reports = beans.getBean(ResendReports.class);
        ResendReport report = reports.of(resend);
        output.print(context.terminal(), report, () -> ResendText.print(report, context.terminal()));
        return ResendText.end(reports.refresh(resend), job, context.terminal());
    }
}
