package dev.postrider.recipient;

/**
 * The names in a recipient's document: {@code {_id, email, address, firstName, lastName, locale, timeZone, signedUpAt,
 * lastActiveAt, subscription, friends: [id], attributes: {..}, inactivity: {stage, at}, source: {change, created}}}. Absent
 * values are absent keys. The source is what was said when the recipient was last changed, and whether it was new then.
 */
public final class RecipientFields {

    public static final String COLLECTION = "recipients";
    public static final String ID = "_id";
    public static final String EMAIL = "email";
    public static final String ADDRESS = "address";
    public static final String FIRST_NAME = "firstName";
    public static final String LAST_NAME = "lastName";
    public static final String LOCALE = "locale";
    public static final String TIME_ZONE = "timeZone";
    public static final String SIGNED_UP_AT = "signedUpAt";
    public static final String LAST_ACTIVE_AT = "lastActiveAt";
    public static final String SUBSCRIPTION = "subscription";
    public static final String FRIENDS = "friends";
    public static final String ATTRIBUTES = "attributes";
    public static final String INACTIVITY = "inactivity";
    public static final String SOURCE = "source";
    public static final String STAGE = "stage";
    public static final String AT = "at";

    private RecipientFields() {}
}
