package dev.postrider.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

@ExtendWith(OutputCaptureExtension.class)
class RedisCheckIntegrationTests {

    @TempDir
    private Path directory;

    private void check(String... redisConf) {
        try (OwnRedis server = new OwnRedis(directory, redisConf)) {
            LettuceConnectionFactory redis = server.connect();
            try {
                new RedisCheck(redis).check();
            } finally {
                redis.destroy();
            }
        }
    }

    @Test
    void warnsWhereRedisMayEvictKeys(CapturedOutput output) {
        check("maxmemory-policy allkeys-lru");

        assertThat(output).contains("Redis evicts keys when it is full (maxmemory-policy allkeys-lru): set noeviction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxmemory-policy noeviction", "user default on nopass ~* &* +@all -info"})
    void saysNothingWhereItMayNotOrDoesNotTell(String redisConf, CapturedOutput output) {
        assertThatCode(() -> check(redisConf)).doesNotThrowAnyException();

        assertThat(output).doesNotContain("WARN");
    }

    @Test
    void saysThatAPasswordIsMissing() {
        assertThatThrownBy(() -> check("requirepass anything"))
                .isInstanceOf(OutboxUnavailable.class)
                .hasMessageMatching("Redis cannot be used: Unable to connect to 127.0.0.1:[0-9]+: NOAUTH .*");
    }

    @Test
    void saysItOnceForAWholeCluster(CapturedOutput output) {
        try (RedisCluster cluster = new RedisCluster(directory, "maxmemory-policy volatile-lru")) {
            LettuceConnectionFactory redis = cluster.connect();
            try {
                new RedisCheck(redis).check();
            } finally {
                redis.destroy();
            }
        }

        assertThat(output).containsOnlyOnce("volatile-lru");
    }

    @Test
    void refusesANodeOfAClusterThatWasNotSaidToBeOne() {
        assertThatThrownBy(() -> check("cluster-enabled yes"))
                .isInstanceOf(UnfitRedis.class)
                .hasMessage("Redis is a node of a cluster: name it in spring.data.redis.cluster.nodes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis_version", "10.0.0.7:6379.redis_version"})
    void refusesARedisThatIsTooOld(String name) {
        Properties info = new Properties();
        info.setProperty(name, "6.2.14");

        assertThatThrownBy(() -> RedisCheck.judge(info, true))
                .isInstanceOf(UnfitRedis.class)
                .hasMessage("Redis 6.2.14 is too old: it has to be 7.0 or newer");
    }
}
