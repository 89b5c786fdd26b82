package dev.postrider.simulator.message;

import java.util.List;

/** The messages of one SendBulkEmail call, in the order of its entries. */
public record BulkRequest(List<EmailMessage> messages) {

    public int recipients() {
        return messages.stream()
                .mapToInt(message -> message.destination().size())
                .sum();
    }
}
