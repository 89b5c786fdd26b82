package dev.postrider.ledger;

import java.time.Instant;

/**
 * What marks a claim as one process's own.
 *
 * @param owner the lease of the process, see {@link Owners}
 * @param number distinguishes the claims of one owner
 * @param attempt of the run: 1, or more of a resend
 * @param at when the claim was made; requests are signed with this time
 */
public record ClaimToken(String owner, long number, int attempt, Instant at) {

    String value() {
        return owner + "#" + number;
    }

    static String ownerOf(String token) {
        return token.substring(0, token.lastIndexOf('#'));
    }
}
