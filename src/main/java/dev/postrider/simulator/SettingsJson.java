package dev.postrider.simulator;

import dev.postrider.simulator.sending.AccountOptions;
import dev.postrider.simulator.sending.FaultOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The settings as one flat JSON object, whatever group they are in. */
final class SettingsJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new MillisecondsModule()).build();

    private SettingsJson() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static byte[] write(SimulatorOptions options) {
        ObjectNode all = MAPPER.valueToTree(options.account());
        all.setAll(MAPPER.<ObjectNode>valueToTree(options.faults()));
        all.setAll(MAPPER.<ObjectNode>valueToTree(options.records()));
        return MAPPER.writeValueAsBytes(all);
    }

    /** @throws IllegalArgumentException when this is no JSON object */
    static Map<String, JsonNode> read(byte[] bytes, int offset, int length) {
        try {
            return MAPPER.readValue(bytes, offset, length, new TypeReference<Map<String, JsonNode>>() {});
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the settings are no JSON object", e);
        }
    }

    /** @throws IllegalArgumentException for an unknown setting or a value of the wrong type */
    static SimulatorOptions change(SimulatorOptions options, String setting, @Nullable Object value) {
        AccountOptions account = change(options.account(), AccountOptions.class, setting, value);
        FaultOptions faults = change(options.faults(), FaultOptions.class, setting, value);
        RecordOptions records = change(options.records(), RecordOptions.class, setting, value);
        if (account == null && faults == null && records == null) {
            throw new IllegalArgumentException("unknown setting " + setting);
        }
        return new SimulatorOptions(
                options.port(),
                options.threads(),
                account == null ? options.account() : account,
                faults == null ? options.faults() : faults,
                records == null ? options.records() : records);
    }

    /** The changed group, or null when the setting does not belong to it. */
    private static <T> @Nullable T change(T group, Class<T> type, String setting, @Nullable Object value) {
        ObjectNode json = MAPPER.valueToTree(group);
        if (!json.has(setting)) {
            return null;
        }
        try {
            json.set(setting, MAPPER.valueToTree(value));
            return MAPPER.treeToValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("setting " + setting + ": " + e.getOriginalMessage(), e);
        }
    }
}
