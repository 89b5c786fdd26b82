package dev.postrider.imports;

import dev.postrider.imports.source.InvalidImportFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * Identity of an import: an unfinished one is continued only while the file is unchanged, and a file that has been
 * imported is imported again under the next sequence.
 *
 * @param file the absolute path
 * @param content a digest of what is in the file
 * @param sequence 1 for the first import of this content
 */
public record ImportParameters(Path file, String content, int sequence) {

    private static final String FILE = "file";
    private static final String CONTENT = "content";
    private static final String SEQUENCE = "sequence";
    private static final int BUFFER = 1 << 16;
    private static final int SOURCE_DIGITS = 12;
    private static final int DIGEST_CHARACTERS = 32;

    /**
     * The first import of the file; reads all of it for the digest.
     *
     * @throws InvalidImportFile if it cannot be read
     */
    public static ImportParameters of(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw new InvalidImportFile(file, "no such file");
        }
        if (Files.isDirectory(absolute)) {
            throw new InvalidImportFile(file, "is a directory");
        }
        try {
            return new ImportParameters(absolute, digest(absolute), 1);
        } catch (IOException e) {
            throw new InvalidImportFile(file, "cannot be read");
        }
    }

    /** What the parameters of all imports of this content have in common. */
    public Map<String, String> ofAnySequence() {
        return Map.of(FILE, file.toString(), CONTENT, content);
    }

    public ImportParameters next() {
        return new ImportParameters(file, content, sequence + 1);
    }

    public JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addString(FILE, file.toString())
                .addString(CONTENT, content)
                .addString(SEQUENCE, Integer.toString(sequence))
                .toJobParameters();
    }

    public static ImportParameters from(Map<String, String> parameters) {
        return new ImportParameters(
                Path.of(text(parameters, FILE)),
                text(parameters, CONTENT),
                Integer.parseInt(text(parameters, SEQUENCE)));
    }

    static ImportParameters from(JobParameters parameters) {
        Map<String, String> texts = new HashMap<>();
        parameters.forEach(parameter -> texts.put(parameter.name(), String.valueOf(parameter.value())));
        return from(texts);
    }

    /** Names this import in what it writes. */
    String source() {
        return "import " + content.substring(0, SOURCE_DIGITS) + "/" + sequence;
    }

    private static String text(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("an import has the parameter " + name);
        }
        return value;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER];
            int read;
            do {
                read = content.read(buffer);
            } while (read >= 0);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_CHARACTERS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
