package dev.postrider.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;

class StoreCheckTests {

    private final MockEnvironment environment = new MockEnvironment();

    private void check(Store store) {
        new StoreCheck(environment).check(Set.of(store));
    }

    @ParameterizedTest
    @EnumSource(Store.class)
    void namesThePropertyThatIsMissing(Store store) {
        assertThatThrownBy(() -> check(store))
                .isInstanceOf(StoreNotConfigured.class)
                .hasMessageContaining(store.properties().get(0))
                .hasMessageContaining("--embedded");
    }

    @ParameterizedTest
    @CsvSource({
        "MONGODB, spring.mongodb.uri, mongodb://user:secret@127.0.0.1:PORT/db, MongoDB at 127.0.0.1:PORT",
        "REDIS, spring.data.redis.url, redis://:secret@127.0.0.1:PORT, Redis at 127.0.0.1:PORT",
        "REDIS, spring.data.redis.cluster.nodes, '127.0.0.1:PORT,127.0.0.1:PORT', Redis at 127.0.0.1:PORT",
        "JOBS, spring.datasource.url, jdbc:postgresql://127.0.0.1:PORT/jobs, The job repository at 127.0.0.1:PORT",
        "JOBS, spring.datasource.url, jdbc:h2:tcp://127.0.0.1:PORT/./jobs, The job repository at 127.0.0.1:PORT",
    })
    void saysWhereAStoreIsNotReachableAndKeepsSecrets(Store store, String property, String value, String message)
            throws IOException {
        String port = Integer.toString(closedPort());
        environment.setProperty(property, value.replace("PORT", port));

        assertThatThrownBy(() -> check(store))
                .isInstanceOf(StoreUnreachable.class)
                .hasMessageStartingWith(message.replace("PORT", port))
                .hasMessageEndingWith(" is not reachable: Connection refused")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void oneNodeThatAnswersIsEnough() throws IOException {
        try (ServerSocket node = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.setProperty(
                    "spring.mongodb.uri", "mongodb://127.0.0.1:" + closedPort() + ",127.0.0.1:" + node.getLocalPort());

            assertThatCode(() -> check(Store.MONGODB)).doesNotThrowAnyException();
        }
    }

    @Test
    void leavesToTheDriverWhatOnlyTheDriverCanLookUp() {
        environment.setProperty("spring.mongodb.uri", "mongodb+srv://cluster.example.com/db");

        assertThat(new StoreAddresses(environment).of(Store.MONGODB)).isEmpty();
    }

    @Test
    void saysThatAHostIsNotKnown() {
        environment.setProperty("spring.data.redis.host", "no-such-host.invalid");

        assertThatThrownBy(() -> check(Store.REDIS))
                .hasMessage("Redis at no-such-host.invalid:6379 is not reachable: unknown host");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
