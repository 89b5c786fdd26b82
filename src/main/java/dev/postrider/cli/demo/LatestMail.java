package dev.postrider.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the mails that the simulator accepted last, as a file that a browser opens. */
final class LatestMail {

    private static final int LATEST = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String endpoint;

    LatestMail(String endpoint) {
        this.endpoint = endpoint;
    }

    /** From now on the simulator keeps the bodies of the last mails. */
    void keep() {
        send(HttpRequest.newBuilder(address("settings"))
                .POST(BodyPublishers.ofString("{\"keepBodies\": " + LATEST + "}")));
    }

    /** Writes the one with the most in it, if there is one. */
    void write(Path file) {
        long accepted = get("stats").get("accepted").asLong();
        String richest = "";
        for (JsonNode message : get("messages?size=" + LATEST + "&from=" + Math.max(0, accepted - LATEST))
                .get("messages")) {
            String html = get("messages/" + message.get("messageId").asString())
                    .get("html")
                    .asString();
            richest = html.length() > richest.length() ? html : richest;
        }
        try {
            if (!richest.isEmpty()) {
                Files.writeString(file, richest);
            }
        } catch (IOException e) {
            throw new DemoFailed("the mail cannot be written: " + e.getMessage(), e);
        }
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DemoFailed("the simulator answers " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new DemoFailed("the simulator does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("interrupted", e);
        }
    }

    private URI address(String path) {
        return URI.create(endpoint + "/simulator/" + path);
    }
}
