package dev.postrider.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a demo keeps its files; each starts with nothing. */
record DemoDirectory(Path path) {

    static DemoDirectory fresh() {
        Path path = Path.of(".postrider", "demo");
        try {
            for (Path file : deepestFirst(path)) {
                Files.delete(file);
            }
            return new DemoDirectory(Files.createDirectories(path));
        } catch (IOException e) {
            throw new DemoFailed("no fresh directory " + path + " for the demo: " + e, e);
        }
    }

    private static List<Path> deepestFirst(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    Path recipients() {
        return path.resolve("recipients.jsonl");
    }

    /** What the simulator accepted, one JSON a line. */
    Path accepted() {
        return path.resolve("accepted.jsonl");
    }

    /** What tells the simulator to write that. */
    List<String> recording() {
        return List.of("--record", accepted().toString());
    }

    Path mail() {
        return path.resolve("mail.html");
    }
}
