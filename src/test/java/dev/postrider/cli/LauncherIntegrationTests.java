package dev.postrider.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code postrider}, before it starts the program. */
class LauncherIntegrationTests {

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    Path directory;

    private Path launcher;

    @BeforeEach
    void reachItThroughALink() throws IOException {
        Path script = Path.of(System.getProperty("user.dir"), "postrider");
        launcher = Files.createSymbolicLink(directory.resolve("pr"), script);
    }

    @AfterEach
    void removeTheLink() throws IOException {
        Files.delete(launcher);
    }

    /** Runs it with a JAVA_HOME whose java does what the script says. */
    private Outcome run(Path javaHome, String... arguments) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString())
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", javaHome.toString());
        int exitCode = builder.start().waitFor();
        return new Outcome(exitCode, Files.readString(out), Files.readString(err));
    }

    private Path java(String script) throws IOException {
        Path home = Files.createDirectories(directory.resolve("java"));
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    @Test
    void saysThatJavaHomeHasNoJava() throws Exception {
        Outcome outcome = run(directory.resolve("nowhere"));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("postrider: JAVA_HOME is " + directory.resolve("nowhere")
                        + ", but there is no bin/java in it\n");
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_402, 1.8.0_402", "11.0.2, 11.0.2", "nonsense, nonsense"})
    void refusesAnOlderJava(String reported, String named) throws Exception {
        Path home = java("echo 'openjdk version \"" + reported + "\" 2024-01-01' >&2");

        Outcome outcome = run(home);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("postrider: " + home + "/bin/java is Java " + named
                        + ", Postrider needs 17 or newer (set JAVA_HOME)\n");
    }
}
