package dev.postrider.imports;

import dev.postrider.imports.source.LinePosition;
import dev.postrider.imports.source.SourceRow;
import dev.postrider.imports.source.SourceRows;
import dev.postrider.imports.source.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads the rows of a file; its checkpoint is the offset of the next row and the number of that line. */
class RowReader implements ItemStreamReader<SourceRow> {

    private static final String OFFSET = "rows.offset";
    private static final String LINE = "rows.line";

    private final Path file;
    private final Map<String, ValueType> types;
    private @Nullable SourceRows rows;

    RowReader(Path file, Map<String, ValueType> types) {
        this.file = file;
        this.types = types;
    }

    @Override
    public void open(ExecutionContext context) {
        LinePosition from = new LinePosition(
                context.getLong(OFFSET, LinePosition.START.offset()), context.getLong(LINE, LinePosition.START.line()));
        try {
            rows = SourceRows.open(file, types, from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable SourceRow read() throws IOException {
        return Objects.requireNonNull(rows, "not open").next();
    }

    @Override
    public void update(ExecutionContext context) {
        LinePosition next = Objects.requireNonNull(rows, "not open").position();
        context.putLong(OFFSET, next.offset());
        context.putLong(LINE, next.line());
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
