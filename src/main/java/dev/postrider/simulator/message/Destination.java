package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** Whom one message goes to: 1 to 50 well-formed addresses. */
public record Destination(List<String> to, List<String> cc, List<String> bcc) {

    private static final int MAX_RECIPIENTS = 50;

    static final Destination NONE = new Destination(List.of(), List.of(), List.of());

    static Destination read(JsonCursor json) {
        var reader = new Object() {
            List<String> to = List.of();
            List<String> cc = List.of();
            List<String> bcc = List.of();
        };
        json.fields(name -> {
            switch (name) {
                case "ToAddresses" -> reader.to = json.strings();
                case "CcAddresses" -> reader.cc = json.strings();
                case "BccAddresses" -> reader.bcc = json.strings();
                default -> json.skip();
            }
        });
        return new Destination(reader.to, reader.cc, reader.bcc);
    }

    Destination checked() {
        if (size() == 0) {
            throw Refusal.badRequest("Missing required header 'To'.");
        }
        if (size() > MAX_RECIPIENTS) {
            throw Refusal.badRequest("Recipient count exceeds " + MAX_RECIPIENTS + ".");
        }
        addresses().forEach(AddressSyntax::check);
        return this;
    }

    public int size() {
        return to.size() + cc.size() + bcc.size();
    }

    public Stream<String> addresses() {
        return Stream.of(to, cc, bcc).flatMap(List::stream);
    }
}
