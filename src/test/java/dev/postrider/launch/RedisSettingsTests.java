package dev.postrider.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class RedisSettingsTests {

    private static void check(String settings) {
        MockEnvironment environment = new MockEnvironment();
        Arrays.stream(settings.split(" ")).forEach(setting -> {
            String[] parts = setting.split("=", 2);
            environment.setProperty("spring.data.redis." + parts[0], parts[1]);
        });
        new RedisSettings(environment).check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url=redis://127.0.0.1:6379",
                "url=redis://:secret@[::1]:6379/2",
                "url=rediss://user:sec%20ret@redis.example.com:6380",
                "url=redis://127.0.0.1:6379 host=elsewhere password=",
                "host=127.0.0.1 username=user password=secret ssl.enabled=true database=3",
                "cluster.nodes=10.0.0.1:6379,10.0.0.2:6379 username=user password=secret",
                "sentinel.nodes=10.0.0.1:26379 sentinel.master=main database=1 client-type=Lettuce",
            })
    void acceptsWhatSaysInOneWayWhereRedisIs(String settings) {
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url=redis://u:secret@h:6379 cluster.nodes=a:1 | cluster.nodes | url is set as well",
                "host=h sentinel.nodes=a:1 | sentinel.nodes | host is set as well",
                "cluster.nodes=a:1 sentinel.nodes=a:1 | sentinel.nodes | cluster.nodes is set as well",
                "url=redis://u:sec\\ret@h:6379 | url | percent-encoding",
                "url=redis://u:s/ecret@h:6379 | url | percent-encoding",
                "url=redis://u:s@ecret@h:6379 | url | percent-encoding",
                "url=redis://u:secret@h | url | HOST:PORT",
                "url=http://u:secret@h:6379 | url | rediss://",
                "url=redis://u:secret@h:6379/secret | url | number of a database",
                "url=redis://h:6379 password=secret | password | url is set, which has to hold it",
                "cluster.nodes=a:1 database=2 password=secret | database | no other than 0",
                "cluster.nodes=a:1,b | cluster.nodes | and not b",
                "sentinel.nodes=a:1 password=secret | sentinel.master | it is not set",
                "masterreplica.nodes=a:1 | masterreplica.nodes | Sentinel",
                "host=h client-type=jedis | client-type | lettuce only",
            })
    void namesTheSettingThatCannotBeUsedAndKeepsSecrets(String settings, String property, String reason) {
        assertThatThrownBy(() -> check(settings))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("setting spring.data.redis." + property + " cannot be used: ")
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("ecret");
    }
}
