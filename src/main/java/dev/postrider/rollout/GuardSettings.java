package dev.postrider.rollout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the guard, where a campaign's file does not say otherwise.
 *
 * @param bounces share of the messages sent at which permanent bounces are too many, above 0 to 1
 * @param complaints share of the messages sent at which complaints are too many, above 0 to 1
 * @param fewBounces so many never pause a run, however few messages were sent
 * @param fewComplaints so many never pause a run, however few messages were sent
 * @param period between two looks at a run
 */
@ConfigurationProperties("postrider.guard")
public record GuardSettings(
        @DefaultValue("0.05") double bounces,
        @DefaultValue("0.001") double complaints,
        @DefaultValue("0") int fewBounces,
        @DefaultValue("0") int fewComplaints,
        @DefaultValue("5s") Duration period) {

    public GuardSettings {
        check("bounces", bounces);
        check("complaints", complaints);
        if (fewBounces < 0 || fewComplaints < 0) {
            throw new IllegalArgumentException("postrider.guard.few-bounces and few-complaints have to be 0 or more");
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("postrider.guard.period has to be longer than 0");
        }
    }

    private static void check(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("postrider.guard." + name + " has to be above 0 and at most 1");
        }
    }

    public Thresholds thresholds() {
        return new Thresholds(bounces, complaints, fewBounces, fewComplaints);
    }
}
