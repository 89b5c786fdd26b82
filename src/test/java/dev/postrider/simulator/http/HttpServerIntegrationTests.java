package dev.postrider.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerIntegrationTests {

    private final HttpServer server = HttpServer.start(0, 1, HttpServerIntegrationTests::echo);

    @AfterEach
    void stop() {
        server.close();
    }

    private static Answer echo(Request request) {
        Request.Body body = request.body();
        String text = new String(body.bytes(), body.offset(), body.length(), StandardCharsets.UTF_8);
        Answer answer = Answer.ok(request.name() + "=" + text);
        return answer.after(Duration.ofMillis(
                request.parameter("delay").map(Long::parseLong).orElse(0L)));
    }

    @Test
    void answersPipelinedRequestsInTheirOrderAlsoWhenTheFirstIsSlow() throws IOException {
        String slow = "POST /a?delay=200 HTTP/1.1\r\nContent-Length: 1\r\n\r\n1";
        String quick = "POST /b HTTP/1.1\r\nContent-Length: 1\r\nConnection: close\r\n\r\n2";
        assertThat(exchange(slow + quick)).containsSubsequence("a=1", "b=2");
    }

    @Test
    void readsChunkedBodies() throws IOException {
        String head = "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        assertThat(exchange(head + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n")).endsWith("a=abc");
    }

    @Test
    void tellsAClientThatWaitsToGoOn() throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    "PUT /a%2Fb+c HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
            byte[] go = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8);
            assertThat(socket.getInputStream().readNBytes(go.length)).isEqualTo(go);
            write(socket, "x");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200").endsWith("a/b+c=x");
        }
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws IOException {
        assertThat(exchange("POST /a HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void refusesWhatIsNoHttp() throws IOException {
        assertThat(exchange("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    /** What comes back until the server closes. */
    private String exchange(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            return rest(socket);
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(5000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
