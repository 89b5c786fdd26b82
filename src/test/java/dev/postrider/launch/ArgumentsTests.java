package dev.postrider.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgumentsTests {

    @Test
    void takesSpringPropertiesFromAnywhere() {
        Arguments arguments = Arguments.of(
                "--spring.mongodb.uri=mongodb://h/db?a=b",
                "campaign",
                "run",
                "--postrider.consent.keys[0]=k:x",
                "--json",
                "weekly-loyalty",
                "--logging.level.dev.postrider=debug");

        assertThat(arguments.command()).containsExactly("campaign", "run", "--json", "weekly-loyalty");
        assertThat(arguments.properties())
                .containsExactly(
                        "--spring.mongodb.uri=mongodb://h/db?a=b",
                        "--postrider.consent.keys[0]=k:x",
                        "--logging.level.dev.postrider=debug");
    }

    @Test
    void leavesOptionsAndFilesToTheCommand() {
        assertThat(Arguments.of("import", "customers.csv", "--as-of=2026-01-31", "-h")
                        .properties())
                .isEmpty();
    }

    @Test
    void refusesAPropertyWithoutAValue() {
        assertThatThrownBy(() -> Arguments.of("--spring.mongodb.uri", "mongodb://h"))
                .isInstanceOf(InvalidArguments.class)
                .hasMessageContaining("--spring.mongodb.uri=VALUE");
    }
}
