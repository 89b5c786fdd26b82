package dev.postrider.recipient;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.DomainValidator.Item;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * An address that Amazon SES takes.
 *
 * @param given the address as given, for sending; only a domain in other letters than ASCII is in its ASCII form
 *     ({@code xn--}), because SES takes no other
 * @param normalised the address in lower case, for comparison; a label ({@code ann+news@}) is part of the address
 */
public record EmailAddress(String given, String normalised) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern SURROUNDING_SPACE =
            Pattern.compile("^[\\s\\u00A0\\u200B\\uFEFF]+|[\\s\\u00A0\\u200B\\uFEFF]+$");
    private static final Pattern LOCAL_PART = Pattern.compile("[!-~&&[^\"(),:;<>@\\[\\\\\\]]]+");
    private static final EmailValidator SYNTAX = new EmailValidator(false, false, domains());

    private static DomainValidator domains() {
        Item reservedForTests = new Item(ArrayType.GENERIC_PLUS, "example", "test");
        return DomainValidator.getInstance(false, List.of(reservedForTests));
    }

    public static EmailAddress parse(String text) {
        String trimmed = SURROUNDING_SPACE.matcher(text).replaceAll("");
        int at = trimmed.lastIndexOf('@');
        if (at <= 0 || at == trimmed.length() - 1) {
            throw new InvalidEmailAddress("email " + quoted(trimmed) + " is not of the form name@domain");
        }
        String local = trimmed.substring(0, at);
        if (!LOCAL_PART.matcher(local).matches()) {
            throw new InvalidEmailAddress(
                    "email " + quoted(trimmed) + " has a character before the @ that SES refuses");
        }
        String address = local + "@" + asciiDomain(trimmed, at);
        if (address.length() > MAX_LENGTH || !SYNTAX.isValid(address)) {
            throw new InvalidEmailAddress("email " + quoted(trimmed) + " is not a valid address");
        }
        return new EmailAddress(address, address.toLowerCase(Locale.ROOT));
    }

    private static String asciiDomain(String trimmed, int at) {
        try {
            return IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            throw new InvalidEmailAddress("email " + quoted(trimmed) + " has no valid domain");
        }
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return '"' + (line.length() > 80 ? line.substring(0, 80) + "..." : line) + '"';
    }
}
