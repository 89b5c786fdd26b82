package dev.postrider.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The program as the launcher lays it out, extracted from the packaged jar and with its classes archived for this Java: a
 * process starts with half the CPU time that it takes from the jar. It is made once a build.
 */
public final class PackagedProgram {

    private static final String MAIN = "dev.postrider.cli.Postrider";

    private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();

    private static final String CLASS_PATH_SEPARATOR = System.getProperty("path.separator");

    private final Path jar;
    private final Path archive;

    private PackagedProgram(Path directory) {
        this.jar = directory.resolve("postrider.jar");
        this.archive = directory.resolve(Runtime.version() + ".jsa");
    }

    /** Empty where the tests run without a packaged jar, as in an editor. */
    public static Optional<PackagedProgram> find() {
        return Optional.ofNullable(System.getProperty("postrider.jar"))
                .map(Path::of)
                .filter(Files::exists)
                .map(PackagedProgram::of);
    }

    private static synchronized PackagedProgram of(Path packaged) {
        Path directory = Objects.requireNonNull(packaged.getParent()).resolve("packaged");
        PackagedProgram program = new PackagedProgram(directory);
        try {
            Files.createDirectories(directory);
            try (FileChannel file = FileChannel.open(
                            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                if (lock.isValid() && !program.newerThan(packaged)) {
                    program.make(packaged, directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return program;
    }

    private boolean newerThan(Path packaged) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(packaged)) >= 0;
    }

    private void make(Path packaged, Path directory) throws IOException {
        Files.deleteIfExists(archive);
        run(java(
                List.of("-Djarmode=tools"),
                "-jar",
                packaged.toString(),
                "extract",
                "--force",
                "--destination",
                directory.toString()));
        Files.move(
                directory.resolve(Objects.requireNonNull(packaged.getFileName())),
                jar,
                StandardCopyOption.REPLACE_EXISTING);
        run(java(
                List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"),
                "-cp",
                jar.toString(),
                MAIN,
                "template",
                "lint"));
    }

    private static void run(List<String> command) throws IOException {
        try {
            int exitCode = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IOException(command + " ended with " + exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The command up to the program's own arguments, with the tests' classes behind the program's: breaking points are among them. */
    public static List<String> commandWithTests(List<String> options) {
        return find().map(packaged -> packaged.command(options, CLASS_PATH_SEPARATOR + TESTS))
                .orElseGet(() -> java(options, "-cp", System.getProperty("java.class.path"), MAIN));
    }

    /** The command up to the program's own arguments. */
    public List<String> command() {
        return command(List.of(), "");
    }

    private List<String> command(List<String> options, String more) {
        List<String> archived =
                new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=error:stderr"));
        archived.addAll(options);
        return java(archived, "-cp", jar + more, MAIN);
    }

    /** What a process is told so that the program's own children use the archive as well. */
    public Map<String, String> environment() {
        return Map.of("POSTRIDER_CLASSES", archive.toString());
    }

    private static List<String> java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        return command;
    }
}
