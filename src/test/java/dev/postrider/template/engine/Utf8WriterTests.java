package dev.postrider.template.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8WriterTests {

    private static final int[] CHARACTERS = {
        'a', '<', '\n', 0, 0x7f, 0x80, 0xe9, 0x7ff, 0x800, 0x20ac, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f3b0, 0x10ffff
    };

    @Test
    void writesWhatAStringWouldBeEncodedTo() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random, 600);
            assertThat(written(text, random)).isEqualTo(text.getBytes(UTF_8));
        }
    }

    @Test
    void halfAPairIsWrittenAsAStringWouldWriteIt() throws IOException {
        Random random = new Random(6);
        for (String text :
                new String[] {"\ud83c", "a\ud83c", "\ud83cb", "\udfb0", "\ud83c\ud83c\udfb0", "\udfb0\ud83c"}) {
            assertThat(written(text, random)).isEqualTo(text.getBytes(UTF_8));
        }
    }

    @Test
    void refusesWhatIsOverTheLimitInBytes() throws IOException {
        Utf8Writer writer = new Utf8Writer(2, 6);
        writer.write("\u20ac\u20ac");

        assertThat(writer.length()).isEqualTo(6);
        assertThatThrownBy(() -> writer.write("a")).isInstanceOf(Utf8Writer.OutputTooLarge.class);
        assertThatThrownBy(() -> new Utf8Writer(2, 5).write("\u20ac\u20ac"))
                .isInstanceOf(Utf8Writer.OutputTooLarge.class);
    }

    /** In pieces as they come, so that pairs are cut in two. */
    private static byte[] written(String text, Random random) throws IOException {
        Utf8Writer writer = new Utf8Writer(0, 10_000);
        int start = 0;
        while (start < text.length()) {
            int count = Math.min(text.length() - start, random.nextInt(300));
            switch (random.nextInt(3)) {
                case 0 -> writer.write(text, start, count);
                case 1 -> writer.write(text.toCharArray(), start, count);
                default -> {
                    count = 1;
                    writer.write(text.charAt(start));
                }
            }
            start += count;
        }
        int length = writer.length();
        return Arrays.copyOf(writer.bytes(), length);
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(longest), 0, CHARACTERS.length + 60)
                .map(i -> i < CHARACTERS.length ? CHARACTERS[i] : 'a' + i % 26)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
