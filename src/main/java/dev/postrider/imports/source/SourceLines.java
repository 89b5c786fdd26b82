package dev.postrider.imports.source;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file from a position on, each decoded for itself so that a broken one costs nothing but itself.
 * Holds one line in memory, and of an overlong one only the beginning. A byte order mark is dropped.
 */
final class SourceLines implements Closeable {

    private static final int MAX_BYTES = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final InputStream bytes;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private long offset;
    private long number;

    SourceLines(Path file, LinePosition from) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        channel.position(from.offset());
        this.bytes = Channels.newInputStream(channel);
        this.offset = from.offset();
        this.number = from.line();
    }

    /** Where {@link #next} goes on. */
    LinePosition position() {
        Line first = pushedBack.peekFirst();
        return first == null ? new LinePosition(offset, number) : new LinePosition(first.start(), first.number());
    }

    @Nullable
    Line next() throws IOException {
        Line again = pushedBack.pollFirst();
        return again == null ? read() : again;
    }

    /** Gives lines back, which {@link #next} then returns in the same order. */
    void pushBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            pushedBack.addFirst(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        long start = offset;
        long length = readBytes();
        if (offset == start) {
            return null;
        }
        String fault = length > MAX_BYTES ? "the line is longer than 1 MB" : null;
        return line(start, fault);
    }

    /** Fills {@link #current} up to the end of the line and returns the line's length. */
    private long readBytes() throws IOException {
        current.reset();
        long length = 0;
        while (position < limit || fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int count = end - position;
            length += count;
            current.write(buffer, position, Math.min(count, MAX_BYTES - current.size()));
            offset += count;
            position = end;
            if (end < limit) {
                position++;
                offset++;
                return length;
            }
        }
        return length;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, bytes.read(buffer));
        return limit > 0;
    }

    private Line line(long start, @Nullable String fault) {
        long line = number++;
        byte[] content = current.toByteArray();
        try {
            String text = trimmed(decoder.decode(ByteBuffer.wrap(content)).toString(), start == 0);
            boolean binary = fault == null && text.indexOf('\0') >= 0;
            return new Line(line, start, text, binary ? "a NUL character: is the file UTF-8?" : fault);
        } catch (CharacterCodingException e) {
            String text = trimmed(new String(content, StandardCharsets.UTF_8), start == 0);
            return new Line(line, start, text, fault == null ? "invalid UTF-8" : fault);
        }
    }

    private static String trimmed(String text, boolean first) {
        int begin = first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int end = text.length() > begin && text.charAt(text.length() - 1) == '\r' ? text.length() - 1 : text.length();
        return text.substring(begin, end);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
