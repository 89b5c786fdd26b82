package dev.postrider.simulator.message;

import org.jspecify.annotations.Nullable;

/** What a message says after substitution, or why the substitution failed. An absent part is empty. */
public record Content(
        String subject, String html, String text, @Nullable String renderingFailure) {

    static Content of(String subject, String html, String text) {
        return new Content(subject, html, text, null);
    }

    static Content failed(String reason) {
        return new Content("", "", "", reason);
    }

    int length() {
        return subject.length() + html.length() + text.length();
    }
}
