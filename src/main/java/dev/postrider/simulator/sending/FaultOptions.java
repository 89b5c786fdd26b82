package dev.postrider.simulator.sending;

import java.time.Duration;

/**
 * What goes wrong with sends on purpose. All of it can be changed while the simulator runs. {@code every} n hits the
 * nth send after the change, the 2nth and so on; 0 is never.
 *
 * @param latency of every answer to a send
 * @param throttleEvery refused as over the rate
 * @param throttleFor all sends are refused so for this long, from the start or from the change
 * @param errorEvery answered InternalServiceErrorException, not taken
 * @param resetBeforeEvery the connection is reset, the messages not taken
 * @param resetAfterEvery the messages are taken, the connection is reset in place of the answer
 * @param slowEvery the messages are taken, the answer comes later by {@code slowBy}
 * @param truncateEvery the messages are taken, half of the answer comes
 * @param shortResultsEvery the messages are taken, the last result is missing; a single send lacks its MessageId
 */
public record FaultOptions(
        Duration latency,
        int throttleEvery,
        Duration throttleFor,
        int errorEvery,
        int resetBeforeEvery,
        int resetAfterEvery,
        int slowEvery,
        Duration slowBy,
        int truncateEvery,
        int shortResultsEvery) {

    public static FaultOptions none() {
        return new FaultOptions(Duration.ZERO, 0, Duration.ZERO, 0, 0, 0, 0, Duration.ofSeconds(30), 0, 0);
    }
}
