package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.message.Substitution.MissingAttribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The template of a request: its three texts, and the headers and data that hold where an entry has none of its own. */
record InlineTemplate(
        Substitution subject,
        Substitution html,
        Substitution text,
        Map<String, String> headers,
        Map<String, String> data) {

    static InlineTemplate read(JsonCursor json) {
        Reader reader = new Reader(json);
        json.fields(reader::field);
        return reader.template();
    }

    Content render(Map<String, String> own) {
        Map<String, String> values = TemplateData.merge(data, own);
        try {
            return Content.of(subject.apply(values), html.apply(values), text.apply(values));
        } catch (MissingAttribute e) {
            return Content.failed(e.getMessage());
        }
    }

    private static final class Reader {

        private final JsonCursor json;
        private @Nullable String storedName;
        private String subject = "";
        private String html = "";
        private String text = "";
        private boolean inline;
        private Map<String, String> headers = Map.of();
        private Map<String, String> data = Map.of();

        Reader(JsonCursor json) {
            this.json = json;
        }

        void field(String name) {
            switch (name) {
                case "TemplateName", "TemplateArn" -> storedName = json.string();
                case "TemplateData" -> data = TemplateData.read(json);
                case "Headers" -> headers = MessageHeaders.read(json);
                case "TemplateContent" -> json.fields(this::contentField);
                default -> json.skip();
            }
        }

        private void contentField(String name) {
            inline = true;
            switch (name) {
                case "Subject" -> subject = json.string();
                case "Html" -> html = json.string();
                case "Text" -> text = json.string();
                default -> json.skip();
            }
        }

        InlineTemplate template() {
            if (storedName != null) {
                throw Refusal.notFound("Template " + storedName + " does not exist.");
            }
            if (!inline) {
                throw Refusal.badRequest("Template content is missing.");
            }
            return new InlineTemplate(
                    new Substitution(subject), new Substitution(html), new Substitution(text), headers, data);
        }
    }
}
