package dev.postrider.simulator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/** The settings as one flat JSON object, whatever group they are in. */
final class SettingsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Duration.class, new Milliseconds())
                    .addDeserializer(Duration.class, new FromMilliseconds()))
            .build();

    private SettingsJson() {}

    /** @throws IllegalArgumentException for an unknown setting or a value of the wrong type */
    static SimulatorOptions change(SimulatorOptions options, String setting, @Nullable Object value) {
        ObjectNode account = MAPPER.valueToTree(options.account());
        ObjectNode faults = MAPPER.valueToTree(options.faults());
        ObjectNode records = MAPPER.valueToTree(options.records());
        ObjectNode group = List.of(account, faults, records).stream()
                .filter(candidate -> candidate.has(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown setting " + setting));
        try {
            group.set(setting, MAPPER.valueToTree(value));
            return new SimulatorOptions(
                    options.port(),
                    options.threads(),
                    MAPPER.treeToValue(account, AccountOptions.class),
                    MAPPER.treeToValue(faults, FaultOptions.class),
                    MAPPER.treeToValue(records, RecordOptions.class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("setting " + setting + ": " + e.getOriginalMessage(), e);
        }
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static final class Milliseconds extends ValueSerializer<Duration> {

        @Override
        public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.toMillis());
        }
    }

    private static final class FromMilliseconds extends ValueDeserializer<Duration> {

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) {
            return Duration.ofMillis(json.getLongValue());
        }
    }
}
