package dev.postrider.simulator;

import static dev.postrider.simulator.SimulatedSes.addresses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.http.NoHttpResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.model.InternalServiceErrorException;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class FaultsIntegrationTests {

    private final SimulatedSes ses =
            new SimulatedSes(SimulatorOptions.defaults().with("latency", 1));

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void aResetBeforeTheRequestIsTakenTakesNothing() {
        ses.simulator.change("resetBeforeEvery", 2);
        assertThat(ses.send("a@example.com")).isNotBlank();
        assertThatThrownBy(() -> ses.send("a@example.com"))
                .isInstanceOf(SdkClientException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(ses.simulator.stats().accepted()).isEqualTo(1);
    }

    @Test
    void aResetAfterTheRequestWasTakenLosesTheAnswerOnly() {
        ses.simulator.change("resetAfterEvery", 1);
        assertThatThrownBy(() -> ses.sendBulk(addresses(3)))
                .isInstanceOf(SdkClientException.class)
                .hasCauseInstanceOf(IOException.class)
                .cause()
                .isNotInstanceOf(NoHttpResponseException.class);
        assertThat(ses.simulator.stats().accepted()).isEqualTo(3);
        assertThat(ses.get("/simulator/messages").get("messages")).hasSize(3);
    }

    @Test
    void aSlowAnswerOutlastsTheClient() {
        ses.simulator.change("slowEvery", 1);
        assertThatThrownBy(() -> ses.send("a@example.com")).hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(ses.simulator.stats().accepted()).isEqualTo(1);
    }

    @Test
    void truncatedAnswersAndShortResultListsAreTakenAllTheSame() {
        ses.simulator.change("truncateEvery", 1);
        assertThatThrownBy(() -> ses.sendBulk(addresses(3))).isInstanceOf(RuntimeException.class);
        ses.simulator.change("truncateEvery", 0);
        ses.simulator.change("shortResultsEvery", 1);
        assertThat(ses.sendBulk(addresses(3))).hasSize(2);
        assertThat(ses.send("a@example.com")).isNull();
        assertThat(ses.simulator.stats().accepted()).isEqualTo(7);
    }

    @Test
    void errorsAndThrottlingTakeNothing() {
        ses.simulator.change("errorEvery", 1);
        assertThatThrownBy(() -> ses.send("a@example.com")).isInstanceOf(InternalServiceErrorException.class);
        ses.simulator.change("errorEvery", 0);
        ses.simulator.change("throttleFor", 60_000);
        assertThatThrownBy(() -> ses.sendBulk(addresses(3))).isInstanceOf(TooManyRequestsException.class);
        assertThat(ses.simulator.stats()).isEqualTo(new SimulatorStats(0, 1, 3, 0, 0));
    }

    @Test
    void latencyBlocksNobodyElse() {
        ses.simulator.change("latency", Duration.ofMillis(500));
        ExecutorService threads = Executors.newFixedThreadPool(40);
        long start = System.nanoTime();
        List<CompletableFuture<String>> sends = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> ses.send("r" + i + "@example.com"), threads))
                .toList();
        assertThat(sends).allSatisfy(send -> assertThat(send.join()).isNotBlank());
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(8));
        threads.shutdown();
    }
}
