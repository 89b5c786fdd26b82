package dev.postrider.delivery;

import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.OutboxSettings;
import dev.postrider.partition.SharedStages;
import dev.postrider.partition.SharedStep;
import java.util.Objects;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.support.SimplePartitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The partitioned step {@value #NAME}. Its partitions share the outbox; they are threads rather than shares of the work. */
@Configuration(proxyBeanMethods = false)
class DeliverConfiguration {

    static final String NAME = "deliver";

    @Bean
    Step deliver(
            JobRepository jobs,
            SharedStages stages,
            @Qualifier("sharedDeliver") SharedStep sharedDeliver,
            @Qualifier("stageListener") StepExecutionListener stageListener) {
        return new StepBuilder(NAME, jobs)
                .partitioner(NAME, new SimplePartitioner())
                .partitionHandler(stages.handler(sharedDeliver))
                .allowStartIfComplete(true)
                .listener(stageListener)
                .build();
    }

    @Bean
    SharedStep sharedDeliver(DeliverySettings settings, @Qualifier("deliverBatches") Step deliverBatches) {
        return new SharedStep(NAME, deliverBatches, settings.threads(), true);
    }

    @Bean
    Step deliverBatches(
            JobRepository jobs,
            @Qualifier("deliverTasklet") Tasklet deliverTasklet,
            @Qualifier("stageListener") StepExecutionListener stageListener) {
        return new StepBuilder("deliver-batches", jobs)
                .tasklet(deliverTasklet, new ResourcelessTransactionManager())
                .listener(stageListener)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    @StepScope
    QueueConsumer queueConsumer(Outbox outbox, Owners owners, @Value("#{stepExecution}") StepExecution step) {
        RunId run = new RunId(Objects.requireNonNull(step.getJobParameters().getString("run")));
        return new QueueConsumer(outbox, owners, run, step.getJobExecutionId(), step.getStepName());
    }

    @Bean
    @StepScope
    Tasklet deliverTasklet(
            QueueConsumer queueConsumer,
            BatchSender sender,
            DeliverOrders orders,
            DeliverTasklet.Setting setting,
            @Value("#{stepExecution.jobParameters.getString('run')}") String run) {
        return new DeliverTasklet(new RunId(run), queueConsumer, sender, orders, setting);
    }

    @Bean
    DeliverTasklet.Setting deliverSetting(OutboxSettings settings, ApplicationEventPublisher events) {
        return new DeliverTasklet.Setting(settings.patience(), events);
    }
}
