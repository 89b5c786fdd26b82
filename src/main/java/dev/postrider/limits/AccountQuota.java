package dev.postrider.limits;

/**
 * What SES allows the account, counted in recipients.
 *
 * @param maxSendRate most in any one second; {@link #UNLIMITED} for no limit
 * @param max24HourSend most in any 24 hours; {@link #UNLIMITED} for no limit
 * @param sentLast24Hours what SES itself has counted, other programs on the account included
 */
public record AccountQuota(double maxSendRate, double max24HourSend, double sentLast24Hours) {

    public static final double UNLIMITED = -1;
}
