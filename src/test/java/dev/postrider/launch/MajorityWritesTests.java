package dev.postrider.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MajorityWritesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?w=majority", "?w=majority&wtimeoutMS=5000&retryWrites=true", "?readPreference=primary"})
    void areWhatTheClientGets(String options) {
        withClient(options, context -> {
            MongoClient client = context.getBean(MongoClient.class);
            assertThat(client.getWriteConcern().getWObject()).isEqualTo("majority");
            assertThat(client.getReadPreference()).isEqualTo(ReadPreference.primary());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "?w=1, w=majority",
        "?w=0, w=majority",
        "?w=majority&journal=false, w=majority",
        "?readPreference=secondaryPreferred, primary",
    })
    void areNotGivenUpForAUri(String options, String needed) {
        withClient(
                options,
                context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(WeakMongoSettings.class)
                        .hasMessageContaining("needs " + needed));
    }

    private static void withClient(String options, Consumer<AssertableApplicationContext> check) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
                .withBean(MajorityWrites.class)
                .withPropertyValues("spring.mongodb.uri=mongodb://127.0.0.1:1/postrider" + options)
                .run(check::accept);
    }
}
