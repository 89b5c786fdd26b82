package dev.postrider.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder people define campaigns and other jobs in: {@code NAME.yml} defines the campaign, or the job, NAME. */
record JobsFolder(Path path) {

    private static final String CAMPAIGN = "campaign";
    private static final String JOB = "job";
    private static final String ENDING = ".yml";
    private static final long MAX_BYTES = 1 << 20;

    /** Names of all files, sorted; those with a wrong ending as they are. */
    List<String> names() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file -> !file.startsWith(".") && (file.endsWith(ENDING) || file.endsWith(".yaml")))
                    .map(file -> file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new JobsFolderNotFound(path, cause(e));
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name + ENDING));
    }

    /** When the file was changed last, to the millisecond; the epoch when nobody can tell. */
    Instant editedAt(String name) {
        Path file = path.resolve(name.endsWith(".yaml") ? name : name + ENDING);
        try {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    Scheduled read(String name) {
        if (name.endsWith(".yaml")) {
            throw new InvalidCampaign(path.resolve(name).toString(), 1, "the file's name must end in .yml");
        }
        Path file = path.resolve(name + ENDING);
        return parsed(file, text(file));
    }

    /** What the file would define if this were its text. */
    Scheduled read(String name, String text) {
        return parsed(path.resolve(name + ENDING), text);
    }

    private Scheduled parsed(Path file, String text) {
        YamlNode root = YamlReader.read(file.toString(), text);
        boolean job = root.value() instanceof Map<?, ?> keys && keys.containsKey(JOB) && !keys.containsKey(CAMPAIGN);
        Scheduled definition =
                job ? JobReader.read(file.toString(), text, root) : CampaignReader.read(file.toString(), text, root);
        checkName(file, definition.name(), job ? JOB : CAMPAIGN, root);
        return definition;
    }

    private void checkName(Path file, String name, String kind, YamlNode root) {
        if (file.endsWith(name + ENDING)) {
            return;
        }
        String what = "the " + kind + " '" + name + "' ";
        throw new InvalidCampaign(
                file.toString(),
                root.value() instanceof Map<?, ?> keys && keys.get(kind) instanceof YamlNode node ? node.line() : 1,
                has(name)
                        ? what + "is defined in " + path.resolve(name + ENDING) + " already"
                        : what + "must be in a file " + name + ENDING);
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidCampaign(file.toString(), 1, "the file is larger than 1 MB");
            }
            return decoded(file, ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InvalidCampaign(file.toString(), 1, "the file cannot be read: " + cause(e));
        }
    }

    private static String decoded(Path file, ByteBuffer bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        boolean malformed = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(bytes, text, true)
                .isError();
        text.flip();
        if (malformed) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw new InvalidCampaign(file.toString(), line, "the text is not UTF-8");
        }
        return text.toString();
    }

    private static String cause(IOException e) {
        return e instanceof NoSuchFileException ? "it does not exist" : String.valueOf(e.getMessage());
    }
}
