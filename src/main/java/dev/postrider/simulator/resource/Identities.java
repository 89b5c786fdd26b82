package dev.postrider.simulator.resource;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Which addresses and domains may be sent from. An address is verified when it, its domain or a parent of that is. */
public final class Identities {

    /** @param verified those verified, empty for all but the {@code unverified} */
    public record Verification(Set<String> verified, Set<String> unverified) {}

    private final Supplier<Verification> verification;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    public Identities(Supplier<Verification> verification) {
        this.verification = verification;
    }

    public boolean isVerified(String address) {
        Verification present = verification.get();
        String identity = address.toLowerCase(Locale.ROOT);
        return !covers(present.unverified(), identity)
                && (present.verified().isEmpty() || covers(present.verified(), identity));
    }

    /** False when it was there already. */
    boolean create(String identity) {
        return created.add(identity.toLowerCase(Locale.ROOT));
    }

    boolean exists(String identity) {
        Verification present = verification.get();
        String lower = identity.toLowerCase(Locale.ROOT);
        return present.verified().isEmpty()
                || present.verified().contains(lower)
                || present.unverified().contains(lower)
                || created.contains(lower);
    }

    private static boolean covers(Set<String> identities, String identity) {
        if (identities.isEmpty()) {
            return false;
        }
        if (identities.contains(identity)) {
            return true;
        }
        int next = identity.indexOf('@') >= 0 ? identity.indexOf('@') : identity.indexOf('.');
        return next >= 0 && covers(identities, identity.substring(next + 1));
    }
}
