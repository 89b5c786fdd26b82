package dev.postrider.audit;

import dev.postrider.ledger.Owners;
import org.springframework.stereotype.Component;

/** Who acts in this process: the person at the command line, unless it is a node. Thread-safe. */
@Component
public class CurrentActor {

    private final Actor person;
    private volatile boolean node;

    CurrentActor(AuditSettings settings) {
        String operator = settings.operator().strip();
        String name = operator.isEmpty() ? System.getProperty("user.name", "unknown") : operator;
        this.person =
                new Actor(name, false, Owners.host(), ProcessHandle.current().pid());
    }

    /** From now on nobody in particular does what this process does. */
    public void actAsNode() {
        node = true;
    }

    public Actor get() {
        return node ? nobody() : person;
    }

    /** This process, when it acts of its own accord. */
    Actor nobody() {
        return new Actor(Actor.NODE, true, person.host(), person.process());
    }
}
