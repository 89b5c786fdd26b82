package dev.postrider.feedback;

import dev.postrider.recipient.Scrubbed;
import java.io.BufferedReader;
import java.io.IOException;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Takes in the events of a file: one or several a line, each as SES writes it or in the envelope of SNS. */
@Service
public class FeedbackImport {

    private static final ObjectReader EVENTS = JsonMapper.shared().readerFor(JsonNode.class);

    private final FeedbackInbox inbox;

    FeedbackImport(FeedbackInbox inbox) {
        this.inbox = inbox;
    }

    /** Told of each line that could not be read to its end; what was read before it has been taken in. */
    @FunctionalInterface
    public interface UnreadableLines {

        void accept(long line, String cause);
    }

    /** Reads to the end, whatever single lines hold. The same events may be read again. */
    public ImportedFeedback read(BufferedReader lines, UnreadableLines unreadable) throws IOException {
        Import progress = new Import();
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            try {
                progress.take(line);
            } catch (UnreadableEvent e) {
                progress.unreadable++;
                unreadable.accept(number, String.valueOf(e.getMessage()));
            }
        }
        return progress.result();
    }

    private final class Import {

        private long recorded;
        private long known;
        private long others;
        private long untagged;
        private long unreadable;

        void take(String line) {
            try (MappingIterator<JsonNode> events = EVENTS.readValues(line)) {
                while (events.hasNextValue()) {
                    take(events.nextValue());
                }
            } catch (JacksonException e) {
                throw new UnreadableEvent("not JSON: " + Scrubbed.text(e.getOriginalMessage(), ""));
            }
        }

        private void take(JsonNode event) {
            String message = event.path("Message").asString("");
            if (!event.has("Type") || !event.has("Message")) {
                takeEvent(event);
            } else if (message.startsWith("{")) {
                take(message);
            } else {
                others++;
            }
        }

        private void takeEvent(JsonNode event) {
            try {
                SesEvents.feedback(event).ifPresentOrElse(this::takeFeedback, () -> others++);
            } catch (UntaggedEvent e) {
                untagged++;
            }
        }

        private void takeFeedback(Feedback feedback) {
            if (inbox.take(feedback)) {
                recorded++;
            } else {
                known++;
            }
        }

        ImportedFeedback result() {
            return new ImportedFeedback(recorded, known, others, untagged, unreadable);
        }
    }
}
