package dev.postrider.loadtest;

import dev.postrider.limits.SendingAccount;

/**
 * Gives out the numbers of the messages to send, from 0 on, as many as there are and as the account's quota leaves, which
 * is looked at again while messages are sent: other programs may use the account too. Thread-safe.
 */
final class MessageNumbers {

    /** Numbers in a row, none when there are no more. */
    record Range(long first, int size) {}

    private final SendingAccount account;
    private final long count;
    private long next;
    private long left = Long.MAX_VALUE;

    MessageNumbers(SendingAccount account, long count) {
        this.account = account;
        this.count = count;
    }

    synchronized Range take(int most) {
        left = Math.min(left, AllowedLoad.left(account.quota()));
        int size = (int) Math.min(Math.min(most, count - next), left);
        Range range = new Range(next, size);
        next += size;
        left -= size;
        return range;
    }

    /** Whether the quota, not the plan, is the end. */
    synchronized boolean quotaReached() {
        return next < count && left <= 0;
    }
}
