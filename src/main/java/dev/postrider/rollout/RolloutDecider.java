package dev.postrider.rollout;

import dev.postrider.ledger.RunId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Lets a run without a first share pass by its steps. */
@Component
public class RolloutDecider implements JobExecutionDecider {

    /** There are steps to take before everybody gets the mail. */
    public static final String ROLLOUT = "ROLLOUT";

    private final RolloutOrders orders;

    RolloutDecider(RolloutOrders orders) {
        this.orders = orders;
    }

    @Override
    public FlowExecutionStatus decide(JobExecution execution, @Nullable StepExecution last) {
        RunId run =
                new RunId(Objects.requireNonNull(execution.getJobParameters().getString("run")));
        return orders.find(run).plain() ? FlowExecutionStatus.COMPLETED : new FlowExecutionStatus(ROLLOUT);
    }
}
