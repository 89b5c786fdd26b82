package dev.postrider.simulator;

import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Durations as whole milliseconds. */
final class MillisecondsModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    MillisecondsModule() {
        super("milliseconds");
        addSerializer(Duration.class, new Writer());
        addDeserializer(Duration.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Duration> {

        @Override
        public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.toMillis());
        }
    }

    private static final class Reader extends ValueDeserializer<Duration> {

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) {
            return Duration.ofMillis(json.getLongValue());
        }
    }
}
