package dev.postrider.rollout;

import java.util.Map;

/**
 * What the guard looks at.
 *
 * @param sent messages that SES took, without those to its mailbox simulator
 * @param bounces recipients whose message bounced permanently
 * @param complaints recipients who complained
 */
public record GuardFigures(long sent, long bounces, long complaints) {

    GuardFigures since(GuardFigures earlier) {
        return new GuardFigures(sent - earlier.sent, bounces - earlier.bounces, complaints - earlier.complaints);
    }

    Map<String, String> details() {
        return Map.of(
                "sent",
                Long.toString(sent),
                "bounces",
                Long.toString(bounces),
                "complaints",
                Long.toString(complaints));
    }

    boolean quiet() {
        return bounces <= 0 && complaints <= 0;
    }
}
