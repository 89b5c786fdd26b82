package dev.postrider.simulator.resource;

import java.time.Instant;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The account's suppression list: sends to its addresses are accepted and then not delivered. */
public final class SuppressionList {

    /** One entry, for BOUNCE or COMPLAINT. */
    record Suppressed(String address, String reason, Instant since) {}

    private final NavigableMap<String, Suppressed> entries = new ConcurrentSkipListMap<>();

    public boolean contains(String address) {
        return !entries.isEmpty() && entries.containsKey(key(address));
    }

    void put(String address, String reason, Instant now) {
        entries.put(key(address), new Suppressed(address, reason, now));
    }

    Optional<Suppressed> find(String address) {
        return Optional.ofNullable(entries.get(key(address)));
    }

    boolean remove(String address) {
        return entries.remove(key(address)) != null;
    }

    /** The entries in order of their addresses, beginning after the given one. */
    Stream<Suppressed> after(String address) {
        return entries.tailMap(key(address), false).values().stream();
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
