package dev.postrider.simulator.message;

import dev.postrider.simulator.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {{name}}} in it. Inline templates know nothing beyond such simple substitution. */
final class Substitution {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?\\s*(.*?)\\s*}}}?", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[\\w.-]+");

    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** @throws Refusal when the text holds a block, a comment, a partial or a helper */
    Substitution(String text) {
        Matcher tag = TAG.matcher(text);
        int end = 0;
        while (tag.find()) {
            String name = tag.group(1);
            if (!NAME.matcher(name).matches() || "else".equals(name)) {
                throw Refusal.badRequest("Template contains unsupported operations.");
            }
            literals.add(text.substring(end, tag.start()));
            names.add(name);
            end = tag.end();
        }
        literals.add(text.substring(end));
    }

    /** @throws MissingAttribute when a name has no value */
    String apply(Map<String, String> values) throws MissingAttribute {
        if (names.isEmpty()) {
            return literals.get(0);
        }
        if (names.size() == 1 && literals.get(0).isEmpty() && literals.get(1).isEmpty()) {
            return value(values, names.get(0));
        }
        StringBuilder result = new StringBuilder(literals.get(0));
        for (int i = 0; i < names.size(); i++) {
            result.append(value(values, names.get(i))).append(literals.get(i + 1));
        }
        return result.toString();
    }

    private static String value(Map<String, String> values, String name) throws MissingAttribute {
        String value = values.get(name);
        if (value == null) {
            throw new MissingAttribute(name);
        }
        return value;
    }

    /** The data has no value for a name in the template. */
    static final class MissingAttribute extends Exception {

        private static final long serialVersionUID = 1;

        MissingAttribute(String name) {
            super("Attribute '" + name + "' is not present in the rendering data.", null, false, false);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
