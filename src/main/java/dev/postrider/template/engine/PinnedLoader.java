package dev.postrider.template.engine;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives FreeMarker the files of one template, as UTF-8 with any line ends. It knows no file system. */
public final class PinnedLoader implements TemplateLoader {

    private final Map<String, byte[]> files;
    private volatile boolean sealed;

    public PinnedLoader(Map<String, byte[]> files) {
        this.files = files;
    }

    /** From now on only what has been loaded already, and so has been checked, can be included. */
    public void seal() {
        sealed = true;
    }

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return !sealed && files.containsKey(name) ? name : null;
    }

    @Override
    public long getLastModified(Object source) {
        return 0;
    }

    @Override
    public Reader getReader(Object source, @Nullable String encoding) throws IOException {
        byte[] bytes = files.get((String) source);
        if (bytes == null) {
            throw new IOException("no file " + source);
        }
        return new StringReader(decode((String) source, bytes));
    }

    static String decode(String file, byte[] bytes) throws NotUtf8 {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            throw new NotUtf8(file, line);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void closeTemplateSource(Object source) {}

    /** A file is not UTF-8, at a line of it. */
    public static final class NotUtf8 extends IOException {

        private static final long serialVersionUID = 1L;

        private final String file;
        private final int line;

        NotUtf8(String file, int line) {
            super("is not valid UTF-8");
            this.file = file;
            this.line = line;
        }

        public String file() {
            return file;
        }

        public int line() {
            return line;
        }
    }
}
