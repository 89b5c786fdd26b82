package dev.postrider.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Templates that exist only in a test. */
final class Drafts {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    static Drafts template() {
        return new Drafts().file("draft/subject.ftl", "Hello").file("draft/body.ftlh", "<p>Hello</p>");
    }

    static CompiledTemplate body(String body) {
        return template().file("draft/body.ftlh", body).compile();
    }

    static CompiledTemplate subject(String subject) {
        return template().file("draft/subject.ftl", subject).compile();
    }

    Drafts file(String path, String content) {
        return file(path, content.getBytes(UTF_8));
    }

    Drafts file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    Drafts without(String path) {
        files.remove(path);
        return this;
    }

    TemplateFiles files() {
        return new TemplateFiles("draft", files);
    }

    CompiledTemplate compile() {
        return new TemplateCompiler(Locale.US, Duration.ofMillis(300)).compile(files());
    }

    /** A model with everything in it; the attributes are given. */
    static Map<String, Object> model(Map<String, Object> attributes) {
        Map<String, Object> model = new HashMap<>();
        model.put("recipient", Map.of("id", "7", "email", "success@simulator.amazonses.com", "firstName", "Ada"));
        model.put("attributes", attributes);
        model.put("friends", List.of(Map.of("id", "8", "firstName", "Bo", "attributes", Map.of("level", 3))));
        model.put("campaign", Map.of("name", "draft"));
        model.put("slot", Instant.parse("2026-11-24T23:30:00Z"));
        model.put("unsubscribeUrl", "https://mail.example.com/u/v1.k.x");
        return model;
    }
}
