package dev.postrider.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in aligned columns; numbers to the right. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... header) {
        this.header = List.of(header);
    }

    public Table row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(Text.of(cell));
        }
        rows.add(row);
        return this;
    }

    public void print(Terminal terminal) {
        if (rows.isEmpty()) {
            return;
        }
        terminal.out().println(terminal.out(Style.BOLD, line(header)));
        rows.forEach(row -> terminal.out().println(line(row)));
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(Math.max(0, width(column) - Text.width(cell)));
            line.append(column == 0 ? "" : GAP).append(numeric(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return Stream.concat(Stream.of(header), rows.stream())
                .mapToInt(row -> Text.width(row.get(column)))
                .max()
                .orElse(0);
    }

    private boolean numeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.isEmpty() || cell.matches("-|[0-9][0-9,.]*%?"));
    }
}
