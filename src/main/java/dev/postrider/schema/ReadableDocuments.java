package dev.postrider.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves out what was written by a newer version, with one warning for each document. Thread-safe. */
public final class ReadableDocuments {

    private static final Logger log = LoggerFactory.getLogger(ReadableDocuments.class);

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param reader throws {@link NewerSchema} for what is to be left out */
    public <T> List<T> read(Iterable<Document> documents, Function<Document, T> reader) {
        List<T> readable = new ArrayList<>();
        for (Document document : documents) {
            try {
                readable.add(reader.apply(document));
            } catch (NewerSchema e) {
                if (told.add(String.valueOf(e.getMessage()))) {
                    log.warn("left alone: {}", e.getMessage());
                }
            }
        }
        return readable;
    }
}
