package dev.postrider.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.embedded.TestStores;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.outbox.Envelope;
import dev.postrider.outbox.EnvelopeBatch;
import dev.postrider.outbox.Outbox;
import dev.postrider.recipient.RecipientId;
import dev.postrider.template.RenderedText;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@Tag("mongodb")
class QueueConsumerIntegrationTests {

    private static final RunId RUN = new RunId("consumers@20261124T090000Z");

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @Autowired
    private Outbox outbox;

    @Autowired
    private Owners owners;

    @AfterEach
    void drop() {
        outbox.drop(RUN);
    }

    @Test
    void takesAtOnceWhatAnEarlierExecutionOfALiveProcessHolds() {
        append();
        assertThat(consumer(1, "a").next()).hasSize(1);

        assertThat(consumer(2, "b").next()).hasSize(1);
    }

    @Test
    void leavesWhatALiveConsumerOfTheSameExecutionHolds() {
        append();
        assertThat(consumer(1, "a").next()).hasSize(1);

        assertThat(consumer(1, "b").next()).isEmpty();
    }

    @Test
    void takesWhatAConsumerOfTheSameExecutionLeft() {
        append();
        QueueConsumer leaving = consumer(1, "a");
        assertThat(leaving.next()).hasSize(1);

        leaving.close();

        assertThat(consumer(1, "b").next()).hasSize(1);
    }

    private QueueConsumer consumer(long execution, String partition) {
        return new QueueConsumer(outbox, owners, RUN, execution, partition);
    }

    private void append() {
        Envelope envelope = new Envelope(
                new RecipientId("1"),
                "player1@example.com",
                "player1@example.com",
                "Coins",
                RenderedText.of("<p>Coins</p>"),
                RenderedText.of("Coins"),
                "https://mail.example.com/u/1");
        assertThat(outbox.append(new EnvelopeBatch(RUN, "rewards@mail.example.com", null, List.of(envelope))))
                .isTrue();
    }
}
