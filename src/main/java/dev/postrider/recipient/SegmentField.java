package dev.postrider.recipient;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A field that a segment may name, with the type its values have. */
record SegmentField(String name, Type type) {

    enum Type {
        TEXT,
        DATE,
        NUMBER,
        SUBSCRIPTION,
        /** An attribute: its values may be of any type. */
        ANY,
        /** A document, of which only the presence can be asked. */
        PRESENCE
    }

    private static final String ATTRIBUTE = "attributes.";

    private static final Map<String, Type> KNOWN = Collections.unmodifiableMap(new TreeMap<>(Map.ofEntries(
            Map.entry(RecipientFields.ID, Type.TEXT),
            Map.entry(RecipientFields.EMAIL, Type.TEXT),
            Map.entry(RecipientFields.ADDRESS, Type.TEXT),
            Map.entry(RecipientFields.FIRST_NAME, Type.TEXT),
            Map.entry(RecipientFields.LAST_NAME, Type.TEXT),
            Map.entry(RecipientFields.LOCALE, Type.TEXT),
            Map.entry(RecipientFields.TIME_ZONE, Type.TEXT),
            Map.entry(RecipientFields.SIGNED_UP_AT, Type.DATE),
            Map.entry(RecipientFields.LAST_ACTIVE_AT, Type.DATE),
            Map.entry(RecipientFields.SUBSCRIPTION, Type.SUBSCRIPTION),
            Map.entry(RecipientFields.FRIENDS, Type.TEXT),
            Map.entry(RecipientFields.INACTIVITY, Type.PRESENCE),
            Map.entry(RecipientFields.INACTIVITY + "." + RecipientFields.STAGE, Type.NUMBER),
            Map.entry(RecipientFields.INACTIVITY + "." + RecipientFields.AT, Type.DATE))));

    static SegmentField named(String path, String name) {
        Type type = KNOWN.get(name);
        if (type != null) {
            return new SegmentField(name, type);
        }
        if (name.startsWith(ATTRIBUTE)) {
            return new SegmentField(attribute(path, name), Type.ANY);
        }
        throw new InvalidSegment(path, "unknown field" + suggestion(name));
    }

    private static String attribute(String path, String name) {
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty() || part.startsWith("$")) {
                throw new InvalidSegment(path, "not the name of an attribute");
            }
        }
        return name;
    }

    private static String suggestion(String name) {
        String nearest = name.equals("id") ? "; did you mean \"_id\"?" : Suggestion.of(name, KNOWN.keySet());
        return nearest.isEmpty() ? "; did you mean \"" + ATTRIBUTE + name + "\"?" : nearest;
    }
}
