package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.embedded.TestStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreachableStoresIntegrationTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "spring.mongodb.uri, mongodb://127.0.0.1:1/x, MongoDB at 127.0.0.1:1 is not reachable: Connection refused",
        "spring.data.redis.url, redis://127.0.0.1:1, Redis at 127.0.0.1:1 is not reachable: Connection refused",
        "spring.datasource.url, jdbc:h2:tcp://127.0.0.1:1/x, "
                + "The job repository at 127.0.0.1:1 is not reachable: Connection refused",
    })
    void anUnreachableStoreIsOneLineAndNothingIsDone(String property, String value, String message) {
        Map<String, String> settings = TestStores.properties();
        settings.put(property, value);
        List<String> arguments = new ArrayList<>(List.of("campaign", "run", "any"));
        settings.forEach((name, text) -> arguments.add("--" + name + "=" + text));

        ChildProgram program = ChildProgram.run(directory, arguments.toArray(String[]::new));

        program.expectExit(1);
        assertThat(program.err()).isEqualTo("postrider: " + message + "\n");
        assertThat(program.out()).isEmpty();
    }
}
