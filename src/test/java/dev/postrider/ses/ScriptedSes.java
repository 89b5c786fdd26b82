package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A server that misbehaves on the wire in the way a test wants: one step a connection, the last one for all that follow. */
final class ScriptedSes implements AutoCloseable {

    /** What is done with one connection; it is closed afterwards. */
    interface Step {
        void play(Socket connection, ScriptedSes ses) throws IOException;
    }

    record Request(String head, String body) {}

    final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Step> steps;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    ScriptedSes(Step... steps) throws IOException {
        this.steps = new ConcurrentLinkedQueue<>(Arrays.asList(steps));
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Step step = steps.size() > 1 ? steps.remove() : steps.element();
                start(() -> play(step, connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void play(Step step, Socket connection) {
        try (connection) {
            step.play(connection, this);
        } catch (IOException e) {
            connections.remove(connection);
        }
    }

    /** Reads one request whole. */
    Request read(Socket connection) throws IOException {
        String head = readHead(connection);
        int length = Integer.parseInt(head.replaceAll("(?is).*content-length: (\\d+).*", "$1"));
        Request request =
                new Request(head, new String(connection.getInputStream().readNBytes(length), UTF_8));
        requests.add(request);
        return request;
    }

    String readHead(Socket connection) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = connection.getInputStream().read();
            if (octet < 0) {
                throw new IOException("the client has gone");
            }
            head.write(octet);
        }
        return head.toString(ISO_8859_1);
    }

    static void answer(Socket connection, int status, String body) throws IOException {
        write(connection, "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    static void write(Socket connection, String ascii) throws IOException {
        connection.getOutputStream().write(ascii.getBytes(ISO_8859_1));
    }

    /** Closes so that the client sees a reset. */
    static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    static void waitUntilClosed(Socket connection) throws IOException {
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-ses");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
