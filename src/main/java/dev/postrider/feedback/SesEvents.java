package dev.postrider.feedback;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Scrubbed;
import dev.postrider.ses.MessageTags;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads SES's events, {@code eventType} or {@code notificationType}, and finds run and recipient in our tags. */
final class SesEvents {

    /** A mailbox provider's word that the mail had wrongly been taken for spam. */
    private static final String NOT_SPAM = "not-spam";

    private SesEvents() {}

    /**
     * The feedback in an event; empty for events that are none.
     *
     * @throws UntaggedEvent when it is about a mail that is none of ours
     * @throws UnreadableEvent when it is no event of SES
     */
    static Optional<Feedback> feedback(JsonNode event) {
        return switch (type(event)) {
            case "Bounce" -> Optional.of(bounce(event));
            case "Complaint" -> complaint(event);
            default -> Optional.empty();
        };
    }

    private static String type(JsonNode event) {
        String type =
                event.path("eventType").asString(event.path("notificationType").asString(""));
        if (type.isEmpty()) {
            throw new UnreadableEvent("neither eventType nor notificationType: no event of SES");
        }
        return type;
    }

    private static Feedback bounce(JsonNode event) {
        JsonNode bounce = part(event, "bounce");
        return new Feedback.Bounce(
                run(event),
                recipient(event),
                address(bounce.path("bouncedRecipients"), event),
                bounceType(bounce.path("bounceType").asString("")),
                word(bounce.path("bounceSubType")));
    }

    private static Optional<Feedback> complaint(JsonNode event) {
        JsonNode complaint = part(event, "complaint");
        String type = word(complaint.path("complaintFeedbackType"));
        return type.equals(NOT_SPAM)
                ? Optional.empty()
                : Optional.of(new Feedback.Complaint(
                        run(event), recipient(event), address(complaint.path("complainedRecipients"), event), type));
    }

    private static JsonNode part(JsonNode event, String name) {
        JsonNode part = event.path(name);
        if (!part.isObject()) {
            throw new UnreadableEvent("the event has no '" + name + "'");
        }
        return part;
    }

    private static BounceType bounceType(String type) {
        return switch (type) {
            case "Permanent" -> BounceType.PERMANENT;
            case "Transient" -> BounceType.TRANSIENT;
            default -> BounceType.UNDETERMINED;
        };
    }

    private static String word(JsonNode node) {
        return Scrubbed.text(node.asString("unspecified"), "").toLowerCase(Locale.ROOT);
    }

    private static RunId run(JsonNode event) {
        try {
            return new RunId(tag(event, MessageTags.RUN));
        } catch (IllegalArgumentException e) {
            throw new UntaggedEvent();
        }
    }

    private static RecipientId recipient(JsonNode event) {
        try {
            return new RecipientId(tag(event, MessageTags.RECIPIENT));
        } catch (IllegalArgumentException e) {
            throw new UntaggedEvent();
        }
    }

    private static String tag(JsonNode event, String name) {
        String value = event.path("mail").path("tags").path(name).path(0).asString("");
        return MessageTags.decode(value).orElseThrow(UntaggedEvent::new);
    }

    private static @Nullable EmailAddress address(JsonNode recipients, JsonNode event) {
        String sentTo = event.path("mail").path("destination").path(0).asString("");
        try {
            return EmailAddress.parse(recipients.path(0).path("emailAddress").asString(sentTo));
        } catch (InvalidEmailAddress e) {
            return null;
        }
    }
}
