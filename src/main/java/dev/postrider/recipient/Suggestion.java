package dev.postrider.recipient;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody who misspelt one probably meant. */
final class Suggestion {

    private static final int LETTERS_AN_ERROR = 3;

    private Suggestion() {}

    /** A question to append to a message, or nothing when no name is near. */
    static String of(String given, Collection<String> names) {
        Optional<String> nearest = names.stream()
                .filter(name -> distance(given, name) <= Math.max(1, name.length() / LETTERS_AN_ERROR))
                .min(Comparator.comparingInt(name -> distance(given, name)));
        return nearest.map(name -> "; did you mean \"" + name + "\"?").orElse("");
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
