package dev.postrider.observability;

import dev.postrider.definition.Definitions;
import dev.postrider.delivery.MailTransport;
import dev.postrider.feedback.FeedbackRecords;
import dev.postrider.ledger.Tallies;
import dev.postrider.limits.SendingAccount;
import dev.postrider.outbox.Outbox;
import dev.postrider.outbox.RedisPing;
import dev.postrider.run.RunHolder;
import dev.postrider.run.Runs;
import dev.postrider.schedule.SlotTroubles;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Health and metrics of a node. The names of the stores are those of their health and of the tag {@code store}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.main.web-application-type", havingValue = "servlet")
class ObservabilityConfiguration {

    /** On top of the period. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int JDBC_SECONDS = 5;

    @Bean
    ManagementPort managementPort(WebServerApplicationContext context, ManagementSettings settings) {
        return new ManagementPort(context, settings);
    }

    @Bean
    StoreWatch mongodbHealthIndicator(MongoTemplate mongo, ManagementSettings settings) {
        return watch(settings, () -> {
            mongo.getDb().runCommand(new Document("ping", 1));
            return Map.of();
        });
    }

    @Bean
    StoreWatch redisHealthIndicator(RedisPing redis, ManagementSettings settings) {
        return watch(settings, () -> {
            redis.ping();
            return Map.of();
        });
    }

    @Bean
    StoreWatch jobRepositoryHealthIndicator(DataSource jobs, ManagementSettings settings) {
        return watch(settings, () -> {
            try (Connection connection = jobs.getConnection()) {
                if (!connection.isValid(JDBC_SECONDS)) {
                    throw new SQLException("the connection is not valid");
                }
            }
            return Map.of();
        });
    }

    @Bean
    StoreWatch sesHealthIndicator(SendingAccount account, MeterRegistry registry, ManagementSettings settings) {
        return watch(settings, new AccountMeters(registry, account));
    }

    private static StoreWatch watch(ManagementSettings settings, Callable<Map<String, Object>> question) {
        return new StoreWatch(question, settings.period().plus(SILENCE));
    }

    @Bean
    MeterBinder storeMeters(Map<String, StoreWatch> stores) {
        return registry -> stores.forEach((bean, store) -> Gauge.builder("postrider.store.up", store, StoreWatch::up)
                .description("1 where the store answers")
                .tag("store", bean.replace("HealthIndicator", ""))
                .register(registry));
    }

    @Bean
    CampaignSamples campaignSamples(MeterRegistry registry, Tallies tallies) {
        return new CampaignSamples(registry, tallies);
    }

    @Bean
    RunSamples runSamples(MeterRegistry registry, Runs runs, RunHolder holder) {
        return new RunSamples(registry, runs, holder);
    }

    @Bean
    ProgressSamples progressSamples(MeterRegistry registry, Tallies tallies, Runs runs) {
        return new ProgressSamples(registry, tallies, runs);
    }

    @Bean
    OutboxSamples outboxSamples(MeterRegistry registry, Runs runs, Outbox outbox) {
        return new OutboxSamples(registry, runs, outbox);
    }

    @Bean
    SlotSamples slotSamples(MeterRegistry registry, SlotTroubles troubles, Clock clock) {
        return new SlotSamples(registry, troubles, clock);
    }

    @Bean
    FeedbackSamples feedbackSamples(MeterRegistry registry, Runs runs, FeedbackRecords feedback) {
        return new FeedbackSamples(registry, runs, feedback);
    }

    @Bean
    JobFileSamples jobFileSamples(MeterRegistry registry, Definitions definitions) {
        return new JobFileSamples(registry, definitions);
    }

    @Bean
    Pulse pulse(ManagementSettings settings, List<StoreWatch> stores, List<Samples> samples) {
        return new Pulse(settings.period(), stores, samples);
    }

    /** The transport is made before there is a registry. */
    @Bean
    static BeanPostProcessor transportTiming(ObjectProvider<MeterRegistry> registry) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof MailTransport transport && name.equals("mailTransport")
                        ? new TimedTransport(transport, registry::getObject)
                        : bean;
            }
        };
    }
}
