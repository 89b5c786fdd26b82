package dev.postrider.rollout;

/**
 * How many bounces and complaints a run has to stay under.
 *
 * @param bounces share of the messages sent at which permanent bounces are too many, above 0 to 1
 * @param complaints share of the messages sent at which complaints are too many, above 0 to 1
 * @param fewBounces so many never pause a run, however few messages were sent
 * @param fewComplaints so many never pause a run, however few messages were sent
 */
public record Thresholds(double bounces, double complaints, int fewBounces, int fewComplaints) {

    boolean exceededBy(GuardFigures figures) {
        return tooMany(figures.bounces(), bounces, fewBounces, figures.sent())
                || tooMany(figures.complaints(), complaints, fewComplaints, figures.sent());
    }

    private static boolean tooMany(long count, double share, int few, long sent) {
        return count > few && count >= share * sent;
    }
}
