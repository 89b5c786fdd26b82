package dev.postrider.definition;

import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import dev.postrider.recipient.RecipientId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the addresses of the team that gets proof copies: a few, each once. */
final class TeamReader {

    private static final int MOST = 20;

    private TeamReader() {}

    /** @throws InvalidCampaign with the line of the address that cannot be used */
    static List<EmailAddress> read(String file, YamlNode node) {
        if (!(node.value() instanceof List<?> items) || items.isEmpty()) {
            throw new IllegalArgumentException("expected a list of addresses, not " + what(node));
        }
        if (items.size() > MOST) {
            throw new IllegalArgumentException(items.size() + " addresses are more than " + MOST);
        }
        Map<String, EmailAddress> team = new LinkedHashMap<>();
        for (Object item : items) {
            YamlNode text = (YamlNode) item;
            try {
                EmailAddress address = address(text);
                if (team.putIfAbsent(address.normalised(), address) != null) {
                    throw new IllegalArgumentException(text.kind() + " is there twice");
                }
            } catch (IllegalArgumentException | InvalidEmailAddress e) {
                throw new InvalidCampaign(file, text.line(), "proof: " + e.getMessage());
            }
        }
        return List.copyOf(team.values());
    }

    private static String what(YamlNode node) {
        return node.value() instanceof List ? "an empty one" : node.kind();
    }

    private static EmailAddress address(YamlNode node) {
        EmailAddress address = EmailAddress.parse(Values.text(node));
        if (address.normalised().length() > RecipientId.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the address has more than " + RecipientId.MAX_LENGTH + " characters: " + node.kind());
        }
        return address;
    }
}
