package dev.postrider.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A terminal with some lines at its end that are drawn again in place. Whatever else is written, logs for instance,
 * goes above them. Thread-safe.
 */
final class LiveStream extends OutputStream {

    private static final String CLEAR_BELOW = "\u001b[J";

    private final OutputStream terminal;
    private int drawn;

    LiveStream(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** Replaces the lines drawn before. */
    synchronized void draw(List<String> lines) throws IOException {
        erase();
        for (String line : lines) {
            print(line + "\n");
        }
        drawn = lines.size();
        terminal.flush();
    }

    /** Leaves the lines drawn last where they are. */
    synchronized void settle() {
        drawn = 0;
    }

    private void erase() throws IOException {
        if (drawn > 0) {
            print("\u001b[" + drawn + "A\r" + CLEAR_BELOW);
            drawn = 0;
        }
    }

    private void print(String text) throws IOException {
        terminal.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void write(int b) throws IOException {
        erase();
        terminal.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        erase();
        terminal.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        terminal.flush();
    }
}
