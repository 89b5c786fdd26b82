package dev.postrider.ledger;

import java.time.Instant;

/**
 * What marks a claim as one process's own.
 *
 * @param owner the lease of the process, see {@link Owners}
 * @param attempt distinguishes the claims of one owner
 * @param at when the claim was made; requests are signed with this time
 */
public record ClaimToken(String owner, long attempt, Instant at) {

    String value() {
        return owner + "#" + attempt;
    }

    static String ownerOf(String token) {
        return token.substring(0, token.lastIndexOf('#'));
    }
}
