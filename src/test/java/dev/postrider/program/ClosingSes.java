package dev.postrider.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** An SES that tells what a launch asks of the account and the sender, and refuses every connection after that. */
final class ClosingSes implements AutoCloseable {

    private static final String ACCOUNT = """
            {"SendQuota": {"Max24HourSend": 1000, "MaxSendRate": 200, "SentLast24Hours": 0}, "SendingEnabled": true,
             "EnforcementStatus": "HEALTHY", "ProductionAccessEnabled": true}
            """;
    private static final String IDENTITY = "{\"VerifiedForSendingStatus\": true}";

    private final ServerSocket server;

    ClosingSes() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer, "closing-ses");
        thread.setDaemon(true);
        thread.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void answer() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                answer(connection);
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        String line = request.readLine();
        request.lines().takeWhile(header -> !header.isEmpty()).forEach(header -> {});
        boolean last = line.contains("/identities/");
        if (last) {
            server.close();
        }
        String body = last ? IDENTITY : ACCOUNT;
        connection
                .getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
