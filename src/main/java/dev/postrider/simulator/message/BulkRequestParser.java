package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one SendBulkEmail request. One entry that breaks a rule spoils the whole call, as with SES. */
public final class BulkRequestParser {

    private static final int MAX_ENTRIES = 50;
    private static final int MAX_REQUEST = 1 << 20;

    private final JsonCursor json;
    private @Nullable String from;
    private @Nullable String configurationSet;
    private @Nullable InlineTemplate template;
    private Map<String, String> defaultTags = Map.of();
    private final List<BulkEntry> entries = new ArrayList<>();

    private BulkRequestParser(JsonCursor json) {
        this.json = json;
    }

    /** The messages in the order of the entries.
     *
     * @throws Refusal as SES refuses what breaks its rules */
    public static List<EmailMessage> parse(byte[] bytes, int offset, int length) {
        if (length > MAX_REQUEST) {
            throw Refusal.badRequest("The request with inline template content exceeds 1 MB.");
        }
        List<EmailMessage> messages = new ArrayList<>();
        JsonCursor.read(bytes, offset, length, json -> {
            BulkRequestParser parser = new BulkRequestParser(json);
            json.fields(parser::field);
            messages.addAll(parser.messages());
        });
        return messages;
    }

    private void field(String name) {
        switch (name) {
            case "FromEmailAddress" -> from = json.string();
            case "ReplyToAddresses" -> json.strings().forEach(AddressSyntax::check);
            case "ConfigurationSetName" -> configurationSet = json.string();
            case "DefaultEmailTags" -> defaultTags = MessageTags.read(json);
            case "DefaultContent" -> json.fields(this::contentField);
            case "BulkEmailEntries" -> json.elements(() -> entries.add(BulkEntry.read(json)));
            default -> json.skip();
        }
    }

    private void contentField(String name) {
        if ("Template".equals(name)) {
            template = InlineTemplate.read(json);
        } else {
            json.skip();
        }
    }

    private List<EmailMessage> messages() {
        InlineTemplate common = template;
        if (common == null) {
            throw Refusal.badRequest("DefaultContent.Template is missing.");
        }
        if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
            throw Refusal.badRequest("BulkEmailEntries must have 1 to " + MAX_ENTRIES + " entries.");
        }
        String sender = Sender.checked(from);
        return entries.stream().map(entry -> message(sender, common, entry)).toList();
    }

    private EmailMessage message(String sender, InlineTemplate common, BulkEntry entry) {
        Map<String, String> tags = new LinkedHashMap<>(defaultTags);
        tags.putAll(entry.tags());
        return new EmailMessage(
                sender,
                entry.destination(),
                tags,
                MessageHeaders.merge(common.headers(), entry.headers()),
                configurationSet,
                common.render(entry.data()));
    }
}
