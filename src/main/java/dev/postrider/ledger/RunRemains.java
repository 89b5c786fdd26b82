package dev.postrider.ledger;

/** What a room keeps of a run beside its deliveries, and nobody asks for once those are purged. */
public interface RunRemains {

    /** Deletes all of it. Repeating it is harmless. */
    void delete(RunId run);
}
