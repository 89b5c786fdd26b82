package dev.postrider.loadtest;

import dev.postrider.outbox.Envelope;
import dev.postrider.recipient.RecipientId;
import dev.postrider.template.RenderedText;
import java.util.List;

/** Made-up mail of one size, in ASCII: every message has its number and label in all of its parts. */
final class SampleMail {

    static final int SMALLEST = 1_000;
    static final int LARGEST = 1_000_000;

    private static final List<String> SENTENCES = List.of(
            "Your daily coins are waiting at the lobby desk; collect them before midnight.",
            "Three friends passed your best score this week, so the table is open for a rematch.",
            "The new island has twelve levels, two hidden rooms and a captain who owes you a favour.",
            "Spin the wheel once a day for seven days, and the eighth spin is on the house.",
            "Your tournament starts on Saturday at noon; come early, since seats are few.",
            "Double points on all card games until Sunday, for members of the silver tier and above.",
            "A gift of fifty gems is in your inbox, and it keeps for thirty days.");

    private static final String CLOSING_HTML = "</td></tr></table></body></html>\n";

    private final String run;
    private final int htmlSize;
    private final int textSize;

    /**
     * @param run lower-case letters, digits and hyphens
     * @param size bytes of the HTML and the text part together
     */
    SampleMail(String run, int size) {
        this.run = run;
        this.textSize = size / 4;
        this.htmlSize = size - textSize;
    }

    Envelope to(SimulatedMailbox mailbox, long number) {
        String label = run + "-" + number;
        String address = mailbox.address(label);
        String link = "https://example.com/unsubscribe/" + label;
        String subject = "Load test " + run + ", message " + number;
        return new Envelope(
                new RecipientId(label),
                address,
                address,
                subject,
                RenderedText.of(html(subject, number, link)),
                RenderedText.of(text(subject, number, link)),
                link);
    }

    private String html(String subject, long number, String link) {
        StringBuilder html = new StringBuilder(htmlSize + 256)
                .append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(subject)
                .append("</title></head>\n<body style=\"font-family: sans-serif\"><table width=\"600\"><tr><td>\n<h1>")
                .append(subject)
                .append("</h1>\n<p>Not of interest? <a href=\"")
                .append(link)
                .append("\">Unsubscribe</a></p>\n");
        fill(html, htmlSize - CLOSING_HTML.length(), number, "<p>", "</p>\n");
        return html.append(CLOSING_HTML).toString();
    }

    private String text(String subject, long number, String link) {
        StringBuilder text = new StringBuilder(textSize + 256)
                .append(subject)
                .append("\n\nUnsubscribe: ")
                .append(link)
                .append("\n\n");
        fill(text, textSize, number, "", "\n");
        return text.toString();
    }

    /** Adds paragraphs up to exactly this length; the last is cut. */
    private static void fill(StringBuilder body, int length, long number, String before, String after) {
        for (int paragraph = 0; length - body.length() > before.length() + after.length(); paragraph++) {
            body.append(before)
                    .append("Offer ")
                    .append(number)
                    .append('-')
                    .append(paragraph)
                    .append(": ");
            body.append(SENTENCES.get((int) ((number + paragraph) % SENTENCES.size())));
            body.setLength(Math.min(body.length(), length - after.length()));
            body.append(after);
        }
        body.append(" ".repeat(Math.max(0, length - body.length())));
    }
}
