package dev.postrider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalMongoTests {

    @ParameterizedTest
    @CsvSource({
        "mongodb://a:27017, mongodb://a:27017/t",
        "mongodb://a:27017/postrider, mongodb://a:27017/t",
        "'mongodb://a,b/postrider?replicaSet=rs', 'mongodb://a,b/t?replicaSet=rs'",
        "mongodb+srv://a/?tls=true, mongodb+srv://a/t?tls=true",
        "mongodb://u:p@a, mongodb://u:p@a/t?authSource=admin",
        "mongodb://u:p@a/postrider?w=majority, mongodb://u:p@a/t?w=majority&authSource=postrider",
        "mongodb://u:p@a/postrider?authSource=users, mongodb://u:p@a/t?authSource=users",
    })
    void namesAnotherDatabaseAndNothingElse(String uri, String expected) {
        assertThat(ExternalMongo.withDatabase(uri, "t")).isEqualTo(expected);
    }

    @Test
    void refusesWhatIsNoUri() {
        assertThatThrownBy(() -> ExternalMongo.withDatabase("${spring.mongodb.uri}", "t"))
                .hasMessageContaining("-Dspring.mongodb.uri");
    }
}
