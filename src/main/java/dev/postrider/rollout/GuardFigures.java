package dev.postrider.rollout;

/**
 * What the guard looks at.
 *
 * @param sent messages that SES took
 * @param bounces recipients whose message bounced permanently
 * @param complaints recipients who complained
 */
public record GuardFigures(long sent, long bounces, long complaints) {

    static final GuardFigures NONE = new GuardFigures(0, 0, 0);

    GuardFigures since(GuardFigures earlier) {
        return new GuardFigures(sent - earlier.sent, bounces - earlier.bounces, complaints - earlier.complaints);
    }

    boolean quiet() {
        return bounces <= 0 && complaints <= 0;
    }
}
