package dev.postrider.imports.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file. An empty value says nothing. When a quote is not closed, only the line in which it was opened is
 * broken: reading goes on with the line after it.
 */
final class CsvRows implements SourceRows {

    private static final int MAX_LINES_A_ROW = 50;

    private final SourceLines lines;
    private final List<String> columns;
    private final Map<String, ValueType> types;

    CsvRows(SourceLines lines, CsvHeader header, Map<String, ValueType> types) {
        this.lines = lines;
        this.columns = header.columns();
        this.types = new HashMap<>(types);
        this.types.putAll(header.types());
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        Line line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.fault() != null) {
            return SourceRow.broken(line, line.fault());
        }
        Optional<List<String>> values = CsvFormat.values(line.text());
        if (values.isPresent()) {
            return row(line, line.text(), values.get());
        }
        return CsvFormat.hasOpenQuote(line.text())
                ? rowOverSeveralLines(line)
                : SourceRow.broken(line, "there is text after a closing quote");
    }

    private SourceRow rowOverSeveralLines(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        Line line = null;
        while (more.size() < MAX_LINES_A_ROW && (line = lines.next()) != null) {
            more.add(line);
            if (line.fault() != null) {
                break;
            }
            text.append('\n').append(line.text());
            if (line.text().indexOf('"') >= 0) {
                Optional<List<String>> values = CsvFormat.values(text.toString());
                if (values.isPresent() && values.get().size() == columns.size()) {
                    return row(first, text.toString(), values.get());
                }
            }
        }
        lines.pushBack(more);
        return SourceRow.broken(first, "a quote is not closed");
    }

    private SourceRow row(Line line, String text, List<String> values) {
        if (values.size() != columns.size()) {
            return SourceRow.broken(
                    line, "%d values, but the header has %d columns".formatted(values.size(), columns.size()));
        }
        Map<String, @Nullable Object> fields = new HashMap<>();
        Map<String, @Nullable Object> attributes = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String column = columns.get(i);
            String value = values.get(i).strip();
            if (value.isEmpty()) {
                continue;
            }
            if (KnownColumns.contains(column)) {
                fields.put(column, value);
                continue;
            }
            try {
                attributes.put(
                        column, types.getOrDefault(column, ValueType.TEXT).parse(value));
            } catch (InvalidRow e) {
                return SourceRow.broken(line, column + " " + e.reason());
            }
        }
        return new SourceRow(line.number(), text, fields, attributes, null);
    }

    @Override
    public LinePosition position() {
        return lines.position();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
