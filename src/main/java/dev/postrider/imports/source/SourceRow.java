package dev.postrider.imports.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as the file has it. A value that the file does not give is absent; one that it says is empty is null.
 *
 * @param line where it begins
 * @param text the row itself, for the reject file
 * @param fields values of the known columns
 * @param attributes values of all others
 * @param fault why the row cannot be read, null if it can
 */
public record SourceRow(
        long line,
        String text,
        Map<String, @Nullable Object> fields,
        Map<String, @Nullable Object> attributes,
        @Nullable String fault) {

    static SourceRow broken(Line line, String fault) {
        return new SourceRow(line.number(), line.text(), Map.of(), Map.of(), fault);
    }
}
