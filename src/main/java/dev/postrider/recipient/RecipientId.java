package dev.postrider.recipient;

/** Identity of a recipient: 1 to 128 characters, kept exactly as imported ({@code 00001} stays {@code 00001}). */
public record RecipientId(String value) implements Comparable<RecipientId> {

    public static final int MAX_LENGTH = 128;

    public RecipientId {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a recipient id has 1 to 128 characters, not " + value.length());
        }
    }

    @Override
    public int compareTo(RecipientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
