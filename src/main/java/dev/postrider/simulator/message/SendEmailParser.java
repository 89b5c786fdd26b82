package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one SendEmail request. */
public final class SendEmailParser {

    private static final int MAX_MESSAGE = 40 << 20;
    private static final int MAX_REQUEST_WITH_TEMPLATE = 1 << 20;

    private final JsonCursor json;
    private final int requestLength;
    private @Nullable String from;
    private Destination destination = Destination.NONE;
    private Map<String, String> tags = Map.of();
    private @Nullable String configurationSet;
    private @Nullable RawMessage raw;
    private @Nullable Content content;
    private Map<String, String> headers = Map.of();

    private SendEmailParser(JsonCursor json, int requestLength) {
        this.json = json;
        this.requestLength = requestLength;
    }

    /** @throws Refusal as SES refuses what breaks its rules */
    public static EmailMessage parse(byte[] bytes, int offset, int length) {
        EmailMessage[] message = new EmailMessage[1];
        JsonCursor.read(bytes, offset, length, json -> {
            SendEmailParser parser = new SendEmailParser(json, length);
            json.fields(parser::field);
            message[0] = parser.message();
        });
        return message[0];
    }

    private void field(String name) {
        switch (name) {
            case "FromEmailAddress" -> from = json.string();
            case "Destination" -> destination = Destination.read(json);
            case "ReplyToAddresses" -> json.strings().forEach(AddressSyntax::check);
            case "EmailTags" -> tags = MessageTags.read(json);
            case "ConfigurationSetName" -> configurationSet = json.string();
            case "Content" -> json.fields(this::contentField);
            default -> json.skip();
        }
    }

    private void contentField(String name) {
        switch (name) {
            case "Simple" -> {
                SimpleContent simple = SimpleContent.read(json);
                content = simple.content();
                headers = simple.headers();
            }
            case "Raw" -> {
                raw = RawMessage.read(json);
                content = raw.content();
                headers = raw.headers();
            }
            case "Template" -> {
                checkRequestLength();
                InlineTemplate template = InlineTemplate.read(json);
                content = template.render(Map.of());
                headers = template.headers();
            }
            default -> json.skip();
        }
    }

    private void checkRequestLength() {
        if (requestLength > MAX_REQUEST_WITH_TEMPLATE) {
            throw Refusal.badRequest("The request with inline template content exceeds 1 MB.");
        }
    }

    private EmailMessage message() {
        if (content == null) {
            throw Refusal.badRequest("Content must be one of Simple, Raw and Template.");
        }
        if (content.length() > MAX_MESSAGE) {
            throw Refusal.badRequest("Message length is more than " + MAX_MESSAGE + " bytes long.");
        }
        String sender = raw == null || from != null ? from : raw.from();
        Destination recipients = raw == null || destination.size() > 0 ? destination : raw.destination();
        return new EmailMessage(Sender.checked(sender), recipients.checked(), tags, headers, configurationSet, content);
    }
}
