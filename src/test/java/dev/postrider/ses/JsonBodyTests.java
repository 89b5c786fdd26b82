package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.template.RenderedText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonBodyTests {

    private final JsonMapper json = JsonMapper.shared();
    private final JsonBody body = new JsonBody();

    @Test
    void aStringReadsBackAsItWas() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String text = text(random);
            body.clear();
            body.string(text);

            assertThat(json.readValue(written(), String.class)).isEqualTo(text);
        }
    }

    @Test
    void templateDataReadsBackAfterBothEscapes() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String first = text(random);
            String second = text(random);
            body.clear();
            body.raw("\"{").nested("", "html", RenderedText.of(first));
            body.nested(",", "text", RenderedText.of(second)).raw("}\"");

            String data = json.readValue(written(), String.class);
            assertThat(json.readTree(data))
                    .isEqualTo(json.createObjectNode().put("html", first).put("text", second));
        }
    }

    @Test
    void growsWithTheText() {
        String text = "\"\u0001".repeat(500_000);
        body.raw("\"{").nested("", "html", RenderedText.of(text)).raw("}\"");

        String data = json.readValue(written(), String.class);
        assertThat(json.readTree(data).get("html").stringValue()).isEqualTo(text);
    }

    @Test
    void whatWasTakenBackIsGone() {
        body.raw("[1");
        int mark = body.length();
        body.raw(",2").truncate(mark);
        body.raw("]");

        assertThat(written()).isEqualTo("[1]");
    }

    private String written() {
        return new String(body.bytes(), 0, body.length(), UTF_8);
    }

    private static String text(Random random) {
        int[] favourites = {'"', '\\', '\n', '\r', '\t', 0, 0x1f, '/', '{', 0x7f, 0xe9, 0x2028, 0x20ac, 0x1f3b0};
        return random.ints(random.nextInt(80), 0, favourites.length + 20)
                .map(i -> i < favourites.length ? favourites[i] : 'a' + i)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
