package dev.postrider.simulator;

/**
 * Figures since the start, in recipients.
 *
 * @param accepted of messages taken, also where the answer was lost
 * @param refused of messages not taken, other than those throttled; an unreadable request counts as one
 * @param throttled of messages not taken for the rate
 * @param maxRecipientsInOneSecond the most that were accepted in any one second
 * @param maxOfferedInOneSecond the most that reached the limits in any one second, whether accepted or not
 */
public record SimulatorStats(
        long accepted, long refused, long throttled, long maxRecipientsInOneSecond, long maxOfferedInOneSecond) {}
