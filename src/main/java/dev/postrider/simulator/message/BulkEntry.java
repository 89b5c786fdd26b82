package dev.postrider.simulator.message;

import java.util.Map;

/** One entry as it stands in the request: rendered only when the template is known, which may come later. */
record BulkEntry(
        Destination destination, Map<String, String> tags, Map<String, String> headers, Map<String, String> data) {

    static BulkEntry read(JsonCursor json) {
        Reader reader = new Reader(json);
        json.fields(reader::field);
        return new BulkEntry(reader.destination.checked(), reader.tags, reader.headers, reader.data);
    }

    private static final class Reader {

        private final JsonCursor json;
        private Destination destination = Destination.NONE;
        private Map<String, String> tags = Map.of();
        private Map<String, String> headers = Map.of();
        private Map<String, String> data = Map.of();

        Reader(JsonCursor json) {
            this.json = json;
        }

        void field(String name) {
            switch (name) {
                case "Destination" -> destination = Destination.read(json);
                case "ReplacementTags" -> tags = MessageTags.read(json);
                case "ReplacementHeaders" -> headers = MessageHeaders.read(json);
                case "ReplacementEmailContent" -> json.fields(this::contentField);
                default -> json.skip();
            }
        }

        private void contentField(String name) {
            if ("ReplacementTemplate".equals(name)) {
                json.fields(this::templateField);
            } else {
                json.skip();
            }
        }

        private void templateField(String name) {
            if ("ReplacementTemplateData".equals(name)) {
                data = TemplateData.read(json);
            } else {
                json.skip();
            }
        }
    }
}
