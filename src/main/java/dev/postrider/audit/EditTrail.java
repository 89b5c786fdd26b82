package dev.postrider.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records new contents of files that people edit, each once over any number of nodes: the edits of a file are numbered, and
 * of several nodes that see one, the first inserts its number. Who edited a file cannot be known: an entry names the process
 * that found the edit, and no person. Thread-safe.
 */
@Service
public class EditTrail {

    private static final String HASH = "hash";
    private static final String EDITED_AT = "editedAt";

    private final AuditTrail trail;
    private final Audit audit;
    private final Clock clock;
    private final Map<AuditSubject, String> seen = new ConcurrentHashMap<>();

    EditTrail(AuditTrail trail, Audit audit, Clock clock) {
        this.trail = trail;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the content unless it is the last one recorded. May be called as often as is convenient: a content that this
     * process has seen last time costs nothing.
     *
     * @param editedAt when the file was changed; one that is no newer than the last edit is a node's that lags behind, and
     *     is left out. Null where nobody can tell
     */
    public void see(AuditSubject subject, String hash, @Nullable Instant editedAt) {
        if (hash.equals(seen.get(subject))) {
            return;
        }
        boolean settled = false;
        while (!settled) {
            settled = settle(subject, hash, editedAt);
        }
        seen.put(subject, hash);
    }

    /** False when another process has recorded an edit meanwhile. */
    private boolean settle(AuditSubject subject, String hash, @Nullable Instant editedAt) {
        String prefix = AuditAction.EDITED + "|" + subject.kind() + " " + subject.name() + "|";
        Optional<AuditEntry> last = trail.last(prefix);
        if (last.filter(entry -> !supersedes(hash, editedAt, entry)).isPresent()) {
            return true;
        }
        int number = last.map(entry -> Integer.parseInt(entry.id().substring(prefix.length())))
                .orElse(0);
        TreeMap<String, String> details = new TreeMap<>(Map.of(HASH, hash));
        last.ifPresent(entry ->
                details.put("before", Objects.requireNonNull(entry.details().get(HASH))));
        if (editedAt != null) {
            details.put(EDITED_AT, editedAt.toString());
        }
        String id = prefix + String.format("%08d", number + 1);
        return trail.insertIfAbsent(audit.found(id, clock.instant(), AuditAction.EDITED, subject, details));
    }

    private static boolean supersedes(String hash, @Nullable Instant editedAt, AuditEntry last) {
        String before = last.details().get(EDITED_AT);
        boolean newer =
                editedAt == null || before == null || Instant.parse(before).isBefore(editedAt);
        return newer && !hash.equals(last.details().get(HASH));
    }
}
