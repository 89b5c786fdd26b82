package dev.postrider.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Identity of a run: the campaign and its slot, {@code weekly-loyalty@20261124T090000Z}. Nothing in it is random, so a
 * second launch of a slot finds the same run. The copies for the run's team have an identity of their own, {@link #proof()}.
 */
public record RunId(String value) {

    private static final String PROOF = "+proof";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}@\\d{8}T\\d{6}Z(\\+proof)?");
    private static final DateTimeFormatter SLOT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    public RunId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a run id such as weekly-loyalty@20261124T090000Z");
        }
    }

    public static RunId of(String campaign, Instant slot) {
        return new RunId(campaign + "@" + SLOT.format(slot));
    }

    public String campaign() {
        return value.substring(0, value.indexOf('@'));
    }

    public Instant slot() {
        String run = isProof() ? value.substring(0, value.length() - PROOF.length()) : value;
        return SLOT.parse(run.substring(run.indexOf('@') + 1), Instant::from);
    }

    /**
     * As what the ledger, SES's tags and feedback know the copies that the run's team gets: apart from the run, so that none of
     * it counts there.
     */
    public RunId proof() {
        return new RunId(value + PROOF);
    }

    public boolean isProof() {
        return value.endsWith(PROOF);
    }

    @Override
    public String toString() {
        return value;
    }
}
