package dev.postrider.resend;

import dev.postrider.delivery.DirectSender;
import dev.postrider.ledger.Attempts;
import dev.postrider.recipient.RecipientId;
import dev.postrider.render.Renderer;
import dev.postrider.run.RunHolder;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job {@value #NAME}: one step that reads, renders and sends, without the outbox. */
@Configuration(proxyBeanMethods = false)
public class ResendJob {

    public static final String NAME = "resend";

    private static final int CHUNK = 50;
    private static final String STEP = "#{stepExecution}";

    @Bean(NAME)
    Job resendJob(JobRepository jobs, ResendJobListener listener, @Qualifier("sendAgain") Step sendAgain) {
        return new JobBuilder(NAME, jobs).listener(listener).start(sendAgain).build();
    }

    @Bean
    Step sendAgain(JobRepository jobs, OpenDeliveryReader openDeliveryReader, ResendWriter resendWriter) {
        return new StepBuilder("send-again", jobs)
                .<RecipientId, RecipientId>chunk(CHUNK)
                .transactionManager(new ResourcelessTransactionManager())
                .reader(openDeliveryReader)
                .writer(resendWriter)
                .build();
    }

    @Bean
    @StepScope
    OpenDeliveryReader openDeliveryReader(Attempts attempts, Resends resends, @Value(STEP) StepExecution step) {
        return new OpenDeliveryReader(attempts, resend(resends, step));
    }

    @Bean
    @StepScope
    ResendWriter resendWriter(
            Resends resends,
            Renderer renderer,
            DirectSender sender,
            PinnedOrders orders,
            RunHolder holder,
            @Value(STEP) StepExecution step) {
        Resend resend = resend(resends, step);
        ResendStop stop = new ResendStop(step, resends, holder.get(resend.run()));
        return new ResendWriter(orders.of(resend), renderer, sender, stop);
    }

    private static Resend resend(Resends resends, StepExecution step) {
        ResendParameters id = ResendParameters.of(step.getJobParameters());
        return resends.get(id.run(), id.attempt());
    }
}
