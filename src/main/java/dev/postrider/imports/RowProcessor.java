package dev.postrider.imports;

import dev.postrider.imports.source.InvalidRow;
import dev.postrider.imports.source.KnownColumns;
import dev.postrider.imports.source.SourceRow;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import dev.postrider.recipient.RecipientChange;
import dev.postrider.recipient.RecipientFields;
import dev.postrider.recipient.RecipientId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Makes of each row what it says about a recipient, or the reason why it is refused. */
class RowProcessor implements ItemProcessor<SourceRow, ImportRow> {

    private static final int MAX_ID_BYTES = RecipientId.MAX_LENGTH;

    private final String source;

    /** @param source names this import among all */
    RowProcessor(String source) {
        this.source = source;
    }

    @Override
    public ImportRow process(SourceRow row) {
        if (row.fault() != null) {
            return new ImportRow.Rejected(row, row.fault());
        }
        try {
            return new ImportRow.Accepted(row, change(row));
        } catch (InvalidRow | InvalidEmailAddress e) {
            return new ImportRow.Rejected(row, String.valueOf(e.getMessage()));
        }
    }

    private RecipientChange change(SourceRow row) {
        FieldValues fields = new FieldValues(row.fields());
        RecipientId id = id(fields);
        EmailAddress email = EmailAddress.parse(fields.required(RecipientFields.EMAIL));
        Map<String, Object> values = new HashMap<>();
        put(values, RecipientFields.FIRST_NAME, fields.line(RecipientFields.FIRST_NAME));
        put(values, RecipientFields.LAST_NAME, fields.line(RecipientFields.LAST_NAME));
        put(values, RecipientFields.LOCALE, fields.locale(RecipientFields.LOCALE));
        put(values, RecipientFields.TIME_ZONE, fields.zone(RecipientFields.TIME_ZONE));
        put(values, RecipientFields.SIGNED_UP_AT, fields.date(RecipientFields.SIGNED_UP_AT));
        put(values, RecipientFields.LAST_ACTIVE_AT, fields.date(RecipientFields.LAST_ACTIVE_AT));
        put(values, RecipientFields.FRIENDS, fields.ids(RecipientFields.FRIENDS));
        Set<String> cleared = fields.cleared();
        row.attributes().forEach((name, value) -> {
            String path = RecipientFields.ATTRIBUTES + "." + name;
            if (value == null) {
                cleared.add(path);
            } else {
                values.put(path, AttributeValues.stored(name, value));
            }
        });
        return new RecipientChange(
                id,
                email,
                values,
                cleared,
                fields.subscription(RecipientFields.SUBSCRIPTION),
                source + ":" + row.line());
    }

    private static RecipientId id(FieldValues fields) {
        String id = fields.identity(KnownColumns.ID);
        if (id.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            throw new InvalidRow("id has more than " + MAX_ID_BYTES + " bytes");
        }
        return new RecipientId(id);
    }

    private static void put(Map<String, Object> values, String path, @Nullable Object value) {
        if (value != null) {
            values.put(path, value);
        }
    }
}
