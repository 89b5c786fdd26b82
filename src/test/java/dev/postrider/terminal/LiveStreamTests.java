package dev.postrider.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStreamTests {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final LiveStream stream = new LiveStream(screen);

    private String written() {
        return screen.toString(StandardCharsets.UTF_8).replace("\u001b[J", "<clear>");
    }

    @Test
    void drawsTheLinesAgainInPlace() throws IOException {
        stream.draw(List.of("a 1", "b 1"));
        stream.draw(List.of("a 2", "b 2"));

        assertThat(written()).isEqualTo("a 1\nb 1\n\u001b[2A\r<clear>a 2\nb 2\n");
    }

    @Test
    void putsWhatElseIsWrittenAboveTheLines() throws IOException {
        stream.draw(List.of("a 1"));
        stream.write("log\n".getBytes(StandardCharsets.UTF_8));
        stream.draw(List.of("a 2"));

        assertThat(written()).isEqualTo("a 1\n\u001b[1A\r<clear>log\na 2\n");
    }

    @Test
    void leavesSettledLinesAlone() throws IOException {
        stream.draw(List.of("a 1"));
        stream.settle();
        stream.write("log\n".getBytes(StandardCharsets.UTF_8));

        assertThat(written()).isEqualTo("a 1\nlog\n");
    }
}
