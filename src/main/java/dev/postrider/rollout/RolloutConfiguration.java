package dev.postrider.rollout;

import dev.postrider.delivery.DeliverySettings;
import dev.postrider.ledger.RunId;
import dev.postrider.plan.BlockPartitioner;
import dev.postrider.plan.Blocks;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.plan.Share;
import dev.postrider.render.RenderOrders;
import java.util.Objects;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The steps before everybody gets the mail: the partitioned first share, then watch. */
@Configuration(proxyBeanMethods = false)
class RolloutConfiguration {

    private static final String FIRST_SHARE = "first-share";

    private static final String RUN = "#{new dev.postrider.ledger.RunId(stepExecution.jobParameters.getString('run'))}";

    @Bean
    Flow rollout(JobRepository jobs, @Qualifier("firstShare") Step firstShare, WatchTasklet watch) {
        return new FlowBuilder<SimpleFlow>("rollout")
                .start(firstShare)
                .next(tasklet(jobs, "watch", watch).build())
                .build();
    }

    @Bean
    Step firstShare(
            JobRepository jobs,
            @Qualifier("firstSharePartitioner") Partitioner partitioner,
            @Qualifier("firstShareThreads") PartitionHandler threads,
            @Qualifier("stageListener") StepExecutionListener stageListener) {
        return new StepBuilder(FIRST_SHARE, jobs)
                .partitioner(FIRST_SHARE, partitioner)
                .partitionHandler(threads)
                .listener(stageListener)
                .build();
    }

    @Bean
    @StepScope
    PartitionHandler firstShareThreads(
            DeliverySettings settings, @Qualifier("firstShareBlocks") Step firstShareBlocks) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(FIRST_SHARE + "-");
        threads.setConcurrencyLimit(settings.threads());
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setTaskExecutor(threads);
        handler.setStep(firstShareBlocks);
        return handler;
    }

    @Bean
    Step firstShareBlocks(
            JobRepository jobs,
            @Qualifier("firstShareTasklet") Tasklet firstShareTasklet,
            @Qualifier("stageListener") StepExecutionListener stageListener) {
        return tasklet(jobs, "first-share-blocks", firstShareTasklet)
                .listener(stageListener)
                .build();
    }

    @Bean
    @StepScope
    Partitioner firstSharePartitioner(RenderOrders orders, @Value(RUN) RunId run) {
        return new BlockPartitioner(orders.find(run).plan());
    }

    @Bean
    @StepScope
    Tasklet firstShareTasklet(
            RolloutOrders rollouts,
            RenderOrders orders,
            Blocks blocks,
            DirectSending sending,
            ApplicationEventPublisher events,
            @Value(RUN) RunId run) {
        FrozenPlan plan = orders.find(run).plan();
        Share share = Objects.requireNonNull(rollouts.find(run).first());
        return new FirstShareTasklet(plan, share, blocks, sending, events);
    }

    private static TaskletStepBuilder tasklet(JobRepository jobs, String name, Tasklet tasklet) {
        return new StepBuilder(name, jobs).tasklet(tasklet, new ResourcelessTransactionManager());
    }
}
