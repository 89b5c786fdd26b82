package dev.postrider.simulator.accepted;

import dev.postrider.simulator.message.Content;
import dev.postrider.simulator.message.EmailMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Takes messages for good: once {@link #accept} has returned, they are listed and in the record file. */
public final class AcceptedMessages implements AutoCloseable {

    private final Clock clock;
    private final MessageOutcomes outcomes;
    private final @Nullable RecordFile file;
    private final LatestLines lines;
    private final LatestBodies bodies;

    public AcceptedMessages(
            Clock clock, MessageOutcomes outcomes, @Nullable Path file, int keepMessages, IntSupplier keepBodies) {
        this.clock = clock;
        this.outcomes = outcomes;
        this.file = file == null ? null : RecordFile.open(file);
        this.lines = new LatestLines(keepMessages);
        this.bodies = new LatestBodies(keepBodies);
    }

    /** The ids given, in the order of the messages. */
    public List<String> accept(List<EmailMessage> messages) {
        Instant now = clock.instant();
        String time = now.toString();
        List<String> ids = new ArrayList<>(messages.size());
        List<byte[]> accepted = new ArrayList<>(messages.size());
        for (EmailMessage message : messages) {
            String id = MessageIds.next(now);
            ids.add(id);
            accepted.add(MessageLine.of(time, id, message, outcomes.of(message)));
            bodies.add(id, message.content());
        }
        record(accepted);
        return ids;
    }

    private synchronized void record(List<byte[]> accepted) {
        if (file != null) {
            ByteArrayOutputStream together = new ByteArrayOutputStream();
            accepted.forEach(together::writeBytes);
            try {
                file.append(together.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException("the record cannot be written: " + e.getMessage(), e);
            }
        }
        accepted.forEach(lines::add);
    }

    /** A page of messages as JSON, starting with the given number; numbers count from 0. */
    public byte[] page(long from, int size) {
        return lines.page(from, size);
    }

    public Optional<Content> body(String messageId) {
        return bodies.find(messageId);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
