package dev.postrider.limits;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The factor by which throttling has lowered the rate of all nodes, as this process saw it last. Thread-safe. */
final class Adaptation {

    private static final Logger LOG = LoggerFactory.getLogger(Adaptation.class);

    private final AtomicLong bits = new AtomicLong(Double.doubleToLongBits(1));

    double factor() {
        return Double.longBitsToDouble(bits.get());
    }

    /** Says so when the rate is lowered, and when it is whole again. */
    void saw(double factor) {
        double before = Double.longBitsToDouble(bits.getAndSet(Double.doubleToLongBits(factor)));
        if (before >= 1 && factor < 1) {
            LOG.warn(
                    "SES throttles although Postrider keeps to the account's rate: somebody else sends too."
                            + " The rate is adapted, to {} % now",
                    Math.round(factor * 100));
        } else if (before < 1 && factor >= 1) {
            LOG.warn("SES does not throttle any more: the rate is the account's again");
        }
    }
}
