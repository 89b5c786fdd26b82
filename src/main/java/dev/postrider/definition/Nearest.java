package dev.postrider.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The word that somebody who misspelt one probably meant. */
final class Nearest {

    private static final int LETTERS_AN_ERROR = 3;

    private Nearest() {}

    /** To append to a message; nothing when no word is near. */
    static String question(String given, Collection<String> words) {
        return words.stream()
                .filter(word -> distance(given, word) <= Math.max(1, word.length() / LETTERS_AN_ERROR))
                .min(Comparator.comparingInt(word -> distance(given, word)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** Edits from one to the other; two neighbours that changed places are one. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, i, j, a, b);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, int i, int j, String a, String b) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, 1 + edits[i - 2][j - 2]) : fewest;
    }
}
