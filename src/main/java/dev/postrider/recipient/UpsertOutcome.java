package dev.postrider.recipient;

/** What became of a {@link RecipientChange}. */
public sealed interface UpsertOutcome {

    /** The recipient is new. */
    record Imported() implements UpsertOutcome {}

    record Updated() implements UpsertOutcome {}

    /** The recipient was already so; nothing has been written. */
    record Unchanged() implements UpsertOutcome {}

    /** Nothing has been written, because the address belongs to another recipient. */
    record AddressTaken(RecipientId holder) implements UpsertOutcome {}
}
