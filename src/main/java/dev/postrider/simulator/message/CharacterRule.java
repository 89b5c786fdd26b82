package dev.postrider.simulator.message;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** Which ASCII characters a text may have, and how many of them. Every message passes many, so no regular expression. */
final class CharacterRule {

    private final BitSet allowed = new BitSet(128);
    private final int most;

    CharacterRule(int most, IntPredicate allowed) {
        this.most = most;
        for (int c = 0; c < 128; c++) {
            this.allowed.set(c, allowed.test(c));
        }
    }

    boolean allows(String text) {
        if (text.isEmpty() || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
