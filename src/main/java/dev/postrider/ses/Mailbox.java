package dev.postrider.ses;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import java.util.Base64;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sender as people write it: {@code Lucky Reels <rewards@mail.example.com>}, or the address alone. */
record Mailbox(String name, String address) {

    private static final Pattern NAMED =
            Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^<>\"]*?))\\s*<([^<>]+)>\\s*");

    /** An encoded word has at most 75 characters, which leaves so many bytes for the text. */
    private static final int ENCODED_WORD_BYTES = 45;

    /** @throws InvalidEmailAddress with a line that says what is wrong */
    static Mailbox parse(String text) {
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            return new Mailbox("", EmailAddress.parse(text).given());
        }
        String name = named.group(1) == null ? named.group(2) : named.group(1).replaceAll("\\\\(.)", "$1");
        return new Mailbox(
                name.replaceAll("\\p{Cntrl}", " ").strip(),
                EmailAddress.parse(named.group(3)).given());
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** As a header has it: ASCII only. */
    String encoded() {
        if (name.isEmpty()) {
            return address;
        }
        boolean ascii = name.chars().allMatch(c -> c < 0x7f);
        String shown = ascii ? '"' + name.replaceAll("([\"\\\\])", "\\\\$1") + '"' : encodedWords();
        return shown + " <" + address + ">";
    }

    private String encodedWords() {
        StringJoiner words = new StringJoiner(" ");
        StringBuilder word = new StringBuilder();
        for (int codePoint : name.codePoints().toArray()) {
            String next = Character.toString(codePoint);
            if ((word + next).getBytes(UTF_8).length > ENCODED_WORD_BYTES) {
                words.add(encodedWord(word.toString()));
                word.setLength(0);
            }
            word.append(next);
        }
        return words.add(encodedWord(word.toString())).toString();
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
    }
}
