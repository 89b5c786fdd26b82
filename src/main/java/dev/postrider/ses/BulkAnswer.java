package dev.postrider.ses;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The results of a bulk request, in the order of its messages. */
record BulkAnswer(
        @JsonProperty("BulkEmailEntryResults") @Nullable List<@Nullable Result> results) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    record Result(
            @JsonProperty("Status") @Nullable String status,
            @JsonProperty("Error") @Nullable String error,
            @JsonProperty("MessageId") @Nullable String messageId) {}

    /** As many results as there were messages; null for one that SES did not tell, or not readably. */
    static List<@Nullable Result> read(String body, int messages) {
        List<@Nullable Result> results = new ArrayList<>(parse(body));
        if (results.size() > messages) {
            results.clear();
        }
        while (results.size() < messages) {
            results.add(null);
        }
        return results;
    }

    private static List<@Nullable Result> parse(String body) {
        try {
            BulkAnswer answer = MAPPER.readValue(body, BulkAnswer.class);
            return answer == null || answer.results() == null ? List.of() : answer.results();
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
