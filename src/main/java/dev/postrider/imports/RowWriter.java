package dev.postrider.imports;

import dev.postrider.imports.source.SourceRow;
import dev.postrider.recipient.RecipientUpserts;
import dev.postrider.recipient.UpsertOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Writes the accepted rows to the recipients and the refused ones to the reject file, and counts both. */
class RowWriter implements ItemStreamWriter<ImportRow> {

    private static final String REJECTS_LENGTH = "rejects.length";

    private final RecipientUpserts upserts;
    private final Path file;
    private ImportResult result = ImportResult.NONE;
    private @Nullable RejectFile rejects;

    RowWriter(RecipientUpserts upserts, Path file) {
        this.upserts = upserts;
        this.file = file;
    }

    @Override
    public void open(ExecutionContext context) {
        result = ImportResult.from(context);
        RejectFile opened = new RejectFile(RejectFile.beside(file), context.getLong(REJECTS_LENGTH, 0));
        if (!context.containsKey(REJECTS_LENGTH)) {
            opened.discardEarlier();
        }
        rejects = opened;
    }

    @Override
    public void write(Chunk<? extends ImportRow> chunk) {
        List<ImportRow.Accepted> accepted = new ArrayList<>();
        List<ImportRow.Rejected> rejected = new ArrayList<>();
        for (ImportRow row : chunk) {
            if (row instanceof ImportRow.Accepted good) {
                accepted.add(good);
            } else if (row instanceof ImportRow.Rejected bad) {
                rejected.add(bad);
            }
        }
        List<UpsertOutcome> outcomes =
                upserts.apply(accepted.stream().map(ImportRow.Accepted::change).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof UpsertOutcome.AddressTaken taken) {
                SourceRow row = accepted.get(i).source();
                rejected.add(new ImportRow.Rejected(row, "the address belongs to recipient " + taken.holder()));
            }
        }
        rejected.sort(Comparator.comparingLong(row -> row.source().line()));
        Objects.requireNonNull(rejects, "not open").append(rejected);
        result = result.plus(new ImportResult(
                chunk.size(),
                count(outcomes, UpsertOutcome.Imported.class),
                count(outcomes, UpsertOutcome.Updated.class),
                rejected.size()));
    }

    private static long count(List<UpsertOutcome> outcomes, Class<? extends UpsertOutcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    @Override
    public void update(ExecutionContext context) {
        result.putInto(context);
        context.putLong(
                REJECTS_LENGTH, Objects.requireNonNull(rejects, "not open").length());
    }

    @Override
    public void close() {
        try {
            if (rejects != null) {
                rejects.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
