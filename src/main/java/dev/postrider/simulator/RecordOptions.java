package dev.postrider.simulator;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the accepted messages.
 *
 * @param recordFile gets one JSON line for every accepted message, before it is answered; fixed at the start
 * @param keepMessages how many of the latest messages can be listed; fixed at the start
 * @param keepBodies how many of the latest bodies can be had
 */
public record RecordOptions(@Nullable Path recordFile, int keepMessages, int keepBodies) {

    public RecordOptions {
        recordFile = recordFile == null ? null : recordFile.toAbsolutePath();
    }

    static RecordOptions defaults() {
        return new RecordOptions(null, 100_000, 0);
    }

    boolean startsLike(RecordOptions other) {
        return Objects.equals(recordFile, other.recordFile) && keepMessages == other.keepMessages;
    }
}
