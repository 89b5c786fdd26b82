package dev.postrider.imports;

import dev.postrider.imports.source.SourceRow;
import dev.postrider.recipient.RecipientChange;

/** A row on its way to be written: as a recipient, or into the reject file. */
sealed interface ImportRow {

    SourceRow source();

    record Accepted(SourceRow source, RecipientChange change) implements ImportRow {}

    record Rejected(SourceRow source, String reason) implements ImportRow {}
}
