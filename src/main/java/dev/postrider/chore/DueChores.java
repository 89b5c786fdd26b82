package dev.postrider.chore;

import dev.postrider.ledger.Owners;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The chores that some node has to go on with now: of each job the oldest slot, unless a live process works on it. */
@Component
public class DueChores {

    private final Chores chores;
    private final Owners owners;
    private final Clock clock;

    DueChores(Chores chores, Owners owners, Clock clock) {
        this.chores = chores;
        this.owners = owners;
        this.clock = clock;
    }

    public List<Chore> now() {
        Instant now = clock.instant();
        Map<String, Chore> oldest = new LinkedHashMap<>();
        chores.open().forEach(chore -> oldest.putIfAbsent(chore.job(), chore));
        return oldest.values().stream()
                .filter(chore -> !chore.dueAt().isAfter(now) && !workedOn(chore))
                .toList();
    }

    /** Where this process is entered it was by an end that was not written down: it works on one chore at a time. */
    private boolean workedOn(Chore chore) {
        String owner = chore.owner();
        return owner != null && !owner.equals(owners.self()) && owners.alive(owner);
    }

    /** Whether a later slot of the same job is due as well. */
    boolean overtaken(Chore chore) {
        return chores.open().stream()
                .anyMatch(
                        other -> other.job().equals(chore.job()) && other.slot().isAfter(chore.slot()));
    }
}
