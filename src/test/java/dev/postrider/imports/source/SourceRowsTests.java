package dev.postrider.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRowsTests {

    @TempDir
    private Path directory;

    @Test
    void readingCanGoOnAfterEveryRow() throws IOException {
        Path file = Files.writeString(
                directory.resolve("rows.csv"),
                "\uFEFFid,email,note\r\n1,a@example.com,x\r\n\r\n2,b@example.com,\"open\r\n3,c@example.com,ü\r\n"
                        + "4,d@example.com,\"two\r\nlines\"\r\n5,e@example.com\r\n6,f@example.com,\"open\n7,g@example.com,z");
        List<SourceRow> all = rows(file, LinePosition.START);
        assertThat(all).extracting(SourceRow::line).containsExactly(2L, 4L, 5L, 6L, 8L, 9L, 10L);
        assertThat(all)
                .extracting(row -> row.fault() == null)
                .containsExactly(true, false, true, true, false, false, true);
        for (int read = 0; read <= all.size(); read++) {
            assertThat(rows(file, positionAfter(file, read))).isEqualTo(all.subList(read, all.size()));
        }
    }

    @Test
    void aLineAcrossTheEdgeOfABufferIsWhole() throws IOException {
        StringBuilder text = new StringBuilder("id,email\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",r").append(i).append("@bücher.example\n");
        }
        List<SourceRow> rows = rows(Files.writeString(directory.resolve("many.csv"), text), LinePosition.START);
        assertThat(rows)
                .hasSize(20_000)
                .allSatisfy(row -> assertThat(row.fields())
                        .containsEntry("email", "r" + row.fields().get("id") + "@bücher.example"));
    }

    private static LinePosition positionAfter(Path file, int count) throws IOException {
        try (SourceRows rows = SourceRows.open(file, Map.of(), LinePosition.START)) {
            for (int i = 0; i < count; i++) {
                rows.next();
            }
            return rows.position();
        }
    }

    private static List<SourceRow> rows(Path file, LinePosition from) throws IOException {
        List<SourceRow> all = new ArrayList<>();
        try (SourceRows rows = SourceRows.open(file, Map.of(), from)) {
            for (SourceRow row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }
}
