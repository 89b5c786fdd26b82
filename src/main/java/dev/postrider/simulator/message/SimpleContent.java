package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.Map;

/** Content given as subject, HTML and text, and its headers. */
record SimpleContent(Content content, Map<String, String> headers) {

    static SimpleContent read(JsonCursor json) {
        Reader reader = new Reader(json);
        json.fields(reader::field);
        return reader.content();
    }

    private static final class Reader {

        private final JsonCursor json;
        private String subject = "";
        private String html = "";
        private String text = "";
        private Map<String, String> headers = Map.of();

        Reader(JsonCursor json) {
            this.json = json;
        }

        void field(String name) {
            switch (name) {
                case "Subject" -> subject = data();
                case "Body" -> json.fields(this::bodyField);
                case "Headers" -> headers = MessageHeaders.read(json);
                default -> json.skip();
            }
        }

        private void bodyField(String name) {
            switch (name) {
                case "Html" -> html = data();
                case "Text" -> text = data();
                default -> json.skip();
            }
        }

        private String data() {
            String[] data = {""};
            json.fields(name -> {
                if ("Data".equals(name)) {
                    data[0] = json.string();
                } else {
                    json.skip();
                }
            });
            return data[0];
        }

        SimpleContent content() {
            if (html.isEmpty() && text.isEmpty()) {
                throw Refusal.badRequest("Body must have at least one of Html and Text.");
            }
            return new SimpleContent(Content.of(subject, html, text), headers);
        }
    }
}
