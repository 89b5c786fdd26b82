package dev.postrider.terminal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing, described by a name and a value a line. */
public final class Facts {

    private final Map<String, String> facts = new LinkedHashMap<>();

    /** Leaves out what is null or empty. */
    public Facts add(String name, @Nullable Object value) {
        String text = Text.of(value);
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
        return this;
    }

    public void print(Terminal terminal) {
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        facts.forEach((name, value) -> terminal.out()
                .println(terminal.out(Style.DIM, name + " ".repeat(width - name.length())) + "  " + value));
    }
}
