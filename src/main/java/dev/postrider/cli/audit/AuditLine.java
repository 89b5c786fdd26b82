package dev.postrider.cli.audit;

import dev.postrider.audit.Actor;
import dev.postrider.audit.AuditEntry;
import dev.postrider.terminal.Table;
import dev.postrider.terminal.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail as others script against it.
 *
 * @param who the person, or {@code node}
 * @param kind what the subject is, such as RUN
 * @param refused why it did not take effect, null when it did
 */
record AuditLine(
        Instant at,
        String who,
        String host,
        long process,
        String action,
        String kind,
        String subject,
        @Nullable String run,
        SortedMap<String, String> details,
        @Nullable String refused) {

    static AuditLine of(AuditEntry entry) {
        Actor actor = entry.actor();
        return new AuditLine(
                entry.at(),
                actor.name(),
                actor.host(),
                actor.process(),
                entry.action().name(),
                entry.subject().kind().name(),
                entry.subject().name(),
                entry.subject().run(),
                entry.details(),
                entry.refused());
    }

    static void print(List<AuditLine> lines, Terminal terminal) {
        Table table = new Table("WHEN", "WHO", "FROM", "ACTION", "SUBJECT", "DETAILS");
        lines.forEach(line -> table.row(
                line.at,
                line.who,
                line.process + " on " + line.host,
                line.action.toLowerCase(Locale.ROOT).replace('_', ' ') + (line.refused == null ? "" : ", refused"),
                line.kind.toLowerCase(Locale.ROOT) + " " + line.subject,
                line.more()));
        table.print(terminal);
    }

    private String more() {
        String more = details.entrySet().stream()
                .map(detail -> detail.getKey() + " " + detail.getValue())
                .collect(Collectors.joining(", "));
        return refused == null ? more : (more.isEmpty() ? "" : more + ": ") + refused;
    }
}
