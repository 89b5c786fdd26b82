package dev.postrider.imports.source;

import dev.postrider.recipient.RecipientFields;
import java.util.List;

/** The columns that are fields of a recipient; every other one is an attribute. */
public final class KnownColumns {

    public static final String ID = "id";
    static final List<String> REQUIRED = List.of(ID, RecipientFields.EMAIL);
    private static final List<String> ALL = List.of(
            ID,
            RecipientFields.EMAIL,
            RecipientFields.FIRST_NAME,
            RecipientFields.LAST_NAME,
            RecipientFields.LOCALE,
            RecipientFields.TIME_ZONE,
            RecipientFields.SIGNED_UP_AT,
            RecipientFields.LAST_ACTIVE_AT,
            RecipientFields.SUBSCRIPTION,
            RecipientFields.FRIENDS);
    private static final String ATTRIBUTE_PREFIX = RecipientFields.ATTRIBUTES + ".";

    private KnownColumns() {}

    static boolean contains(String name) {
        return ALL.contains(name);
    }

    /** The name of a known column in its own spelling, or of an attribute. */
    static String name(String given) {
        String name = given.strip();
        for (String known : ALL) {
            if (known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        return attribute(name.startsWith(ATTRIBUTE_PREFIX) ? name.substring(ATTRIBUTE_PREFIX.length()) : name);
    }

    public static String attribute(String name) {
        if (name.isEmpty()) {
            throw new InvalidRow("a column has no name");
        }
        if (name.startsWith("$") || name.indexOf('.') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidRow("\"" + name.replaceAll("\\p{Cntrl}", "?") + "\" cannot be the name of an attribute");
        }
        return name;
    }
}
