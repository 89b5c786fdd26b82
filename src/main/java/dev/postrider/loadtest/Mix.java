package dev.postrider.loadtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which mailbox each message goes to: in so many messages as the shares add up to, each has its share exactly. */
public final class Mix {

    private static final Pattern SHARE = Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*([0-9]{1,5})\\s*");
    private static final int MOST = 10_000;
    private static final long SEED = 1;

    private final List<SimulatedMailbox> order;

    private Mix(Map<SimulatedMailbox, Integer> shares) {
        List<SimulatedMailbox> mailboxes = new ArrayList<>();
        shares.forEach((mailbox, share) -> mailboxes.addAll(Collections.nCopies(share, mailbox)));
        Collections.shuffle(mailboxes, new Random(SEED));
        this.order = List.copyOf(mailboxes);
    }

    /**
     * Reads shares such as {@code success=94,bounce=3,complaint=1,suppressionlist=1,ooto=1}.
     *
     * @throws IllegalArgumentException with a line that says what is wrong
     */
    public static Mix parse(String text) {
        Map<SimulatedMailbox, Integer> shares = new EnumMap<>(SimulatedMailbox.class);
        for (String part : text.split(",", -1)) {
            Matcher share = SHARE.matcher(part);
            if (!share.matches()) {
                throw new IllegalArgumentException(
                        "'" + part.strip() + "' is not MAILBOX=SHARE, such as success=97,bounce=3");
            }
            if (shares.put(mailbox(share.group(1)), Integer.parseInt(share.group(2))) != null) {
                throw new IllegalArgumentException(share.group(1) + " is named twice");
            }
        }
        int total = shares.values().stream().mapToInt(Integer::intValue).sum();
        if (total < 1 || total > MOST) {
            throw new IllegalArgumentException("the shares add up to " + total + ", not to 1 to " + MOST);
        }
        return new Mix(shares);
    }

    private static SimulatedMailbox mailbox(String name) {
        return Arrays.stream(SimulatedMailbox.values())
                .filter(mailbox -> mailbox.label().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the mailbox simulator has no " + name + ", only "
                        + Arrays.stream(SimulatedMailbox.values())
                                .map(SimulatedMailbox::label)
                                .collect(Collectors.joining(", "))));
    }

    /** The mailbox of a message, by its number from 0 on. */
    SimulatedMailbox of(long number) {
        return order.get((int) (number % order.size()));
    }
}
