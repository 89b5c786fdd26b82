package dev.postrider.simulator.limits;

/**
 * The limits that hold now, in recipients; a negative one is none.
 *
 * @param strictRate refuse what would exceed the rate, rather than accept while any allowance remains and then refuse
 *     all until the debt is paid
 * @param foreignRate part of the rate that others use, steadily
 */
public record LimitRules(double maxSendRate, double max24HourSend, boolean strictRate, double foreignRate) {}
