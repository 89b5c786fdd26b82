package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.delivery.Outcome;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.simulator.SesSimulator;
import dev.postrider.simulator.SimulatorOptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SesTransportsIntegrationTests {

    private final SesSimulator simulator = SesSimulator.start(SimulatorOptions.defaults());
    private final TestSes ses = TestSes.at(simulator.endpoint());

    @AfterEach
    void close() {
        ses.close();
        simulator.close();
    }

    @Test
    void bulk() {
        List<Outcome> outcomes = ses.bulk.send(SampleBatch.of(50), Instant.now());

        assertThat(outcomes).hasSize(50).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Accepted.class));
        assertThat(simulator.stats().accepted()).isEqualTo(50);
    }

    @Test
    void single() {
        List<Outcome> outcomes = ses.single.send(SampleBatch.of(3), Instant.now());
        assertThat(outcomes).allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Accepted.class));
    }

    @Test
    void oneBadAddress() {
        EnvelopeBatch batch = SampleBatch.with(SampleBatch.of(50), 7, SampleBatch.to(7, "no address"));
        List<Outcome> outcomes = ses.bulk.send(batch, Instant.now());
        assertThat(outcomes).hasSize(50);
        assertThat(outcomes.get(7)).isInstanceOf(Outcome.Rejected.class);
        assertThat(simulator.stats().accepted()).isEqualTo(49);
        ses.senderCheck.check(SampleBatch.FROM);
        System.out.println(ses.account.quota() + " " + outcomes.get(7));
    }
}
