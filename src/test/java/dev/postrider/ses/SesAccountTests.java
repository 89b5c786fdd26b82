package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.SettableClock;
import dev.postrider.limits.AccountQuota;
import dev.postrider.limits.Standing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesAccountTests {

    private static final String FAILS = "";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private volatile String answer = limits(14);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceAMinute() throws IOException {
        try (ScriptedSes scripted = ses();
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            assertThat(ses.account.quota()).isEqualTo(new AccountQuota(14, 50_000, 7));
            answer = limits(28);
            clock.advance(Duration.ofSeconds(59));
            assertThat(ses.account.quota().maxSendRate()).isEqualTo(14);
            assertThat(asked).hasValue(1);

            clock.advance(Duration.ofSeconds(1));
            assertThat(ses.account.quota().maxSendRate()).isEqualTo(28);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void keepsTheLastLimitsWhileSesFailsAndSoonAsksAgain() throws IOException {
        try (ScriptedSes scripted = ses();
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            ses.account.quota();
            answer = FAILS;
            clock.advance(Duration.ofMinutes(2));
            assertThat(ses.account.quota().maxSendRate()).isEqualTo(14);
            int failed = asked.get();
            assertThat(ses.account.quota().maxSendRate()).isEqualTo(14);
            assertThat(asked).hasValue(failed);

            answer = limits(28);
            clock.advance(Duration.ofSeconds(5));
            assertThat(ses.account.quota().maxSendRate()).isEqualTo(28);
        }
    }

    @Test
    void saysSoWhenItNeverKnew() throws IOException {
        answer = FAILS;
        try (ScriptedSes scripted = ses();
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            assertThatThrownBy(ses.account::quota)
                    .isInstanceOf(SesUnavailable.class)
                    .hasMessageStartingWith("SES does not tell the account's limits: ");
            int failed = asked.get();
            assertThatThrownBy(ses.account::quota).isInstanceOf(SesUnavailable.class);
            assertThat(asked).hasValue(failed);
        }
    }

    @ParameterizedTest
    @CsvSource({"401, false", "403, false", "400, true", "404, true"})
    void onlyAPersonCanMendCredentialsThatSesRefuses(int status, boolean mayPass) throws IOException {
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.readHead(connection);
                    ScriptedSes.answer(connection, status, "");
                });
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            assertThatThrownBy(ses.account::quota)
                    .isInstanceOfSatisfying(
                            SesUnavailable.class, e -> assertThat(e.mayPass()).isEqualTo(mayPass));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, true, HEALTHY",
        "PROBATION, true, PROBATION",
        "PROBATION, false, SENDING_DISABLED",
        "SHUTDOWN, false, SHUTDOWN"
    })
    void saysWhetherTheAccountMaySend(String status, boolean enabled, Standing standing) throws IOException {
        answer = standing(status, enabled);
        try (ScriptedSes scripted = ses();
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            assertThat(ses.account.standing()).isEqualTo(standing);
        }
    }

    @Test
    void asksAtOnceWhenSesRefusesAMessageOfAnAccountThatMaySend() throws IOException {
        answer = standing("HEALTHY", true);
        try (ScriptedSes scripted = ses();
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            assertThat(ses.account.standing()).isEqualTo(Standing.HEALTHY);
            answer = standing("HEALTHY", false);

            ses.account.lookAgain();
            ses.account.lookAgain();

            assertThat(ses.account.standing()).isEqualTo(Standing.SENDING_DISABLED);
            assertThat(asked).as("what is known already is not asked for").hasValue(2);
        }
    }

    private static String standing(String status, boolean enabled) {
        String limits = limits(14);
        return limits.substring(0, limits.length() - 1) + ",\"EnforcementStatus\":\"" + status
                + "\",\"SendingEnabled\":" + enabled + "}";
    }

    @Test
    void refusesAnAnswerWithoutLimits() throws IOException {
        answer = "{}";
        try (ScriptedSes scripted = ses();
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            assertThatThrownBy(ses.account::quota).hasMessage("SES answers without the account's limits");
        }
    }

    @Test
    void nobodyWaitsForASlowAnswerWhereLimitsAreKnown() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedSes scripted = new ScriptedSes((connection, self) -> {
                    self.readHead(connection);
                    if (asked.incrementAndGet() > 1) {
                        begun.countDown();
                        ScriptedSes.await(end);
                    }
                    ScriptedSes.answer(connection, 200, answer);
                });
                TestSes ses = TestSes.at(scripted.endpoint(), clock, Map.of())) {
            ses.account.quota();
            clock.advance(Duration.ofMinutes(2));
            answer = limits(28);
            CompletableFuture<AccountQuota> slow = CompletableFuture.supplyAsync(ses.account::quota);
            begun.await();

            assertThat(ses.account.quota().maxSendRate()).isEqualTo(14);
            end.countDown();
            assertThat(slow.get().maxSendRate()).isEqualTo(28);
        }
    }

    private ScriptedSes ses() throws IOException {
        return new ScriptedSes((connection, self) -> {
            self.readHead(connection);
            asked.incrementAndGet();
            String body = answer;
            ScriptedSes.answer(connection, body.isEmpty() ? 403 : 200, body);
        });
    }

    private static String limits(int rate) {
        return "{\"SendQuota\":{\"MaxSendRate\":" + rate + ",\"Max24HourSend\":50000,\"SentLast24Hours\":7}}";
    }
}
