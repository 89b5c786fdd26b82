package dev.postrider.imports.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first line of a CSV file. A column may carry its type ({@code zip:text}), which is otherwise that of its values.
 *
 * @param types of the columns that carry one
 * @param end where the rows begin
 */
record CsvHeader(List<String> columns, Map<String, ValueType> types, LinePosition end) {

    static CsvHeader of(Path file) throws IOException {
        try (SourceLines lines = new SourceLines(file, LinePosition.START)) {
            Line line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            if (line == null) {
                throw new InvalidImportFile(file, "is empty");
            }
            if (line.fault() != null) {
                throw new InvalidImportFile(file, line.number(), line.fault());
            }
            try {
                return parse(line.text(), lines.position());
            } catch (InvalidRow e) {
                throw new InvalidImportFile(file, line.number(), e.reason());
            }
        }
    }

    private static CsvHeader parse(String text, LinePosition end) {
        List<String> cells = CsvFormat.values(text)
                .orElseThrow(() -> new InvalidRow("the header is not a line of columns separated by commas"));
        List<String> columns = new ArrayList<>();
        Map<String, ValueType> types = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String name = ValueType.named(cell)
                    .map(type -> {
                        String bare = KnownColumns.name(cell.substring(0, cell.lastIndexOf(':')));
                        types.put(bare, type);
                        return bare;
                    })
                    .orElseGet(() -> KnownColumns.name(cell));
            columns.add(name);
            if (!seen.add(name)) {
                throw new InvalidRow("the column \"" + name + "\" is there twice");
            }
        }
        for (String required : KnownColumns.REQUIRED) {
            if (!seen.contains(required)) {
                throw new InvalidRow(
                        "no column \"" + required + "\"; the first line names the columns, separated by commas");
            }
        }
        return new CsvHeader(List.copyOf(columns), Map.copyOf(types), end);
    }
}
