package dev.postrider.imports;

import dev.postrider.imports.source.CsvFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The refused rows of an import, {@code FILE.rejects.csv} beside its file, with the columns line, reason, row. It is
 * there only when a row has been refused, and is on the disk when {@link #append} returns.
 */
final class RejectFile implements Closeable {

    private static final String HEADER = "line,reason,row\r\n";

    private final Path path;
    private long length;
    private @Nullable FileChannel channel;

    /** @param length of what earlier attempts of this import have written; anything after it is cut off */
    RejectFile(Path path, long length) {
        this.path = path;
        this.length = length;
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejects.csv");
    }

    long length() {
        return length;
    }

    /** Empties what an earlier import of a file of this name has left. */
    void discardEarlier() {
        try {
            if (Files.exists(path)) {
                Files.newByteChannel(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                        .close();
            }
        } catch (IOException e) {
            throw new RejectFileFailed(path, e);
        }
    }

    void append(List<ImportRow.Rejected> rows) {
        if (rows.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(length == 0 ? HEADER : "");
        rows.forEach(row -> text.append(CsvFormat.FORMAT.format(
                        row.source().line(), row.reason(), row.source().text()))
                .append("\r\n"));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        long count = bytes.remaining();
        try {
            write(bytes);
        } catch (IOException e) {
            throw new RejectFileFailed(path, e);
        }
        length += count;
    }

    private void write(ByteBuffer bytes) throws IOException {
        FileChannel open =
                channel == null ? FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE) : channel;
        channel = open;
        open.truncate(length);
        open.position(length);
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        open.force(false);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (length == 0 && Files.exists(path) && Files.size(path) == 0) {
            Files.delete(path);
        }
    }
}
