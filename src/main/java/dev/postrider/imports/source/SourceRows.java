package dev.postrider.imports.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file in one of the formats that can be imported. */
public interface SourceRows extends Closeable {

    /** Null at the end of the file. */
    @Nullable
    SourceRow next() throws IOException;

    LinePosition position();

    /**
     * @param types of the attributes; those not in it stay as they are in the file
     * @throws InvalidImportFile if the format is unknown or the header is of no use
     */
    static SourceRows open(Path file, Map<String, ValueType> types, LinePosition from) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            CsvHeader header = CsvHeader.of(file);
            return new CsvRows(
                    new SourceLines(file, from.equals(LinePosition.START) ? header.end() : from), header, types);
        }
        if (name.endsWith(".jsonl")) {
            return new JsonRows(new SourceLines(file, from), types);
        }
        throw new InvalidImportFile(file, "the name ends neither in .csv nor in .jsonl");
    }
}
