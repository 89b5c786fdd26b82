package dev.postrider.simulator.accepted;

import dev.postrider.simulator.message.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The bodies of the latest messages by message id, as many as are to be kept now. */
final class LatestBodies {

    private final IntSupplier most;
    private final Map<String, Content> bodies = new LinkedHashMap<>();

    LatestBodies(IntSupplier most) {
        this.most = most;
    }

    void add(String messageId, Content content) {
        int limit = most.getAsInt();
        if (limit == 0) {
            return;
        }
        synchronized (bodies) {
            bodies.put(messageId, content);
            while (bodies.size() > limit) {
                bodies.remove(bodies.keySet().iterator().next());
            }
        }
    }

    Optional<Content> find(String messageId) {
        synchronized (bodies) {
            return Optional.ofNullable(bodies.get(messageId));
        }
    }
}
