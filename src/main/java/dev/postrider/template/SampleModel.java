package dev.postrider.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A model in the JSON of a template's sample: texts such as {@code 2026-11-24T09:00:00Z} or a plain date are dates. */
final class SampleModel {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private SampleModel() {}

    /** @throws InvalidTemplate if the template has no sample, or one that nothing can be rendered with */
    static Map<String, Object> of(TemplateFiles files) {
        String file = files.sample();
        byte[] json = files.files().get(file);
        if (json == null) {
            throw new InvalidTemplate(
                    TemplateFinding.error(file, "is missing: preview, lint and proof copies need it"));
        }
        Map<String, Object> model = parse(file, json);
        if (!(model.get("recipient") instanceof Map<?, ?> recipient) || !recipient.containsKey("email")) {
            throw new InvalidTemplate(TemplateFinding.error(file, "has no recipient with an email"));
        }
        return model;
    }

    private static Map<String, Object> parse(String file, byte[] json) {
        try {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, Object> parsed = JsonMapper.shared().readValue(json, OBJECT);
            if (parsed != null) {
                parsed.forEach((key, value) -> put(model, key, value));
            }
            return model;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            String cause = e.getOriginalMessage().lines().findFirst().orElse("broken");
            throw new InvalidTemplate(TemplateFinding.error(file, line, column, "is not a JSON object: " + cause));
        }
    }

    private static void put(Map<String, Object> target, String key, @Nullable Object value) {
        if (value != null) {
            target.put(key, typed(value));
        }
    }

    private static Object typed(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> typed = new LinkedHashMap<>();
            map.forEach((key, item) -> put(typed, (String) key, item));
            return typed;
        } else if (value instanceof List<?> list) {
            List<Object> typed = new ArrayList<>();
            list.forEach(item -> typed.add(typed(item)));
            return typed;
        }
        return value instanceof String text ? typed(text) : value;
    }

    private static Object typed(String text) {
        try {
            if (INSTANT.matcher(text).matches()) {
                return Instant.parse(text);
            } else if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text;
        } catch (DateTimeException e) {
            return text;
        }
    }
}
