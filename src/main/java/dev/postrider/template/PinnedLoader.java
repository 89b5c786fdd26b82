package dev.postrider.template;

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
final class PinnedLoader implements TemplateLoader {

    private final Map<String, byte[]> files;
    private volatile boolean sealed;

    PinnedLoader(Map<String, byte[]> files) {
        this.files = files;
    }

    /** From now on only what has been loaded already, and so has been checked, can be included. */
    void seal() {
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
            throw new NotUtf8(TemplateFinding.error(file, line, 0, "is not valid UTF-8"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public void closeTemplateSource(Object source) {}

    static final class NotUtf8 extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient TemplateFinding finding;

        NotUtf8(TemplateFinding finding) {
            super(finding.toString());
            this.finding = finding;
        }

        TemplateFinding finding() {
            return finding;
        }
    }
}
