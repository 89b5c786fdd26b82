package dev.postrider.simulator.message;

import java.util.function.BiConsumer;

/** Lists of {@code {"Name":..., "Value":...}}, the form of both tags and headers. */
final class NamedValues {

    private NamedValues() {}

    static void read(JsonCursor json, BiConsumer<String, String> each) {
        json.elements(() -> {
            String[] pair = {"", ""};
            json.fields(field -> {
                switch (field) {
                    case "Name" -> pair[0] = json.string();
                    case "Value" -> pair[1] = json.string();
                    default -> json.skip();
                }
            });
            each.accept(pair[0], pair[1]);
        });
    }
}
