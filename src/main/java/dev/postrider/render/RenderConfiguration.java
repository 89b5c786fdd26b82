package dev.postrider.render;

import dev.postrider.ledger.RunId;
import dev.postrider.ledger.Tallies;
import dev.postrider.outbox.Outage;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.OutboxSettings;
import dev.postrider.partition.SharedStages;
import dev.postrider.partition.SharedStep;
import dev.postrider.plan.BlockPartitioner;
import dev.postrider.plan.Blocks;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The partitioned step {@value #NAME}. */
@Configuration(proxyBeanMethods = false)
class RenderConfiguration {

    static final String NAME = "render";

    private static final String RUN = "#{new dev.postrider.ledger.RunId(stepExecution.jobParameters.getString('run'))}";

    @Bean
    Step render(
            JobRepository jobs,
            Partitioner renderPartitioner,
            SharedStages stages,
            @Qualifier("sharedRender") SharedStep sharedRender,
            @Qualifier("stageListener") StepExecutionListener stageListener) {
        return new StepBuilder(NAME, jobs)
                .partitioner(NAME, renderPartitioner)
                .partitionHandler(stages.handler(sharedRender))
                .listener(stageListener)
                .build();
    }

    /** A run has threads of its own: with shared ones it would wait for another run whose outbox is full. */
    @Bean
    SharedStep sharedRender(RenderSettings settings, @Qualifier("renderSlices") Step renderSlices) {
        return new SharedStep(NAME, renderSlices, settings.threads(), false);
    }

    @Bean
    Step renderSlices(
            JobRepository jobs,
            SliceReader sliceReader,
            ItemProcessor<Slice, RenderedSlice> sliceProcessor,
            SliceWriter sliceWriter,
            @Qualifier("stageListener") StepExecutionListener stageListener) {
        return new StepBuilder("render-slices", jobs)
                .<Slice, RenderedSlice>chunk(1)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(sliceReader)
                .processor(sliceProcessor)
                .writer(sliceWriter)
                .listener(stageListener)
                .build();
    }

    @Bean
    @StepScope
    Partitioner renderPartitioner(RenderOrders orders, @Value(RUN) RunId run) {
        return new BlockPartitioner(orders.find(run).plan());
    }

    @Bean
    @StepScope
    SliceReader sliceReader(Blocks blocks, RenderOrders orders, RenderSettings settings, @Value(RUN) RunId run) {
        return new SliceReader(blocks, orders.find(run), settings.sliceSize());
    }

    @Bean
    @StepScope
    ItemProcessor<Slice, RenderedSlice> sliceProcessor(
            Renderer renderer, Tallies tallies, RenderOrders orders, @Value(RUN) RunId run) {
        return new SliceProcessor(renderer, tallies, orders.find(run));
    }

    @Bean
    @StepScope
    OutboxFeed outboxFeed(Outbox outbox, OutboxSettings settings, @Value("#{stepExecution}") StepExecution execution) {
        return new OutboxFeed(outbox, new Outage("rendering", settings.patience()), execution);
    }

    @Bean
    @StepScope
    SliceWriter sliceWriter(
            OutboxFeed outboxFeed,
            Tallies tallies,
            RenderFailures failures,
            RenderOrders orders,
            @Value(RUN) RunId run) {
        return new SliceWriter(outboxFeed, tallies, failures, orders.find(run));
    }
}
