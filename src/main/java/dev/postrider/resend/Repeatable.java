package dev.postrider.resend;

import dev.postrider.ledger.Delivery;
import dev.postrider.ledger.DeliveryRecords;
import dev.postrider.ledger.DeliveryState;
import dev.postrider.ledger.RunId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the deliveries of a run that may be sent again. */
@Component
class Repeatable {

    private final DeliveryRecords deliveries;
    private final ResendSettings settings;
    private final Clock clock;

    Repeatable(DeliveryRecords deliveries, ResendSettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The deliveries in this state.
     *
     * @throws ResendRefused when some of them are unknown and so young that a frozen process could still send them
     */
    long count(RunId run, DeliveryState state) {
        Count count = new Count(clock.instant().minus(settings.minAge()));
        deliveries.forEach(run, Set.of(state), count::add);
        if (state == DeliveryState.UNKNOWN && count.youngest != null) {
            Instant from = count.youngest
                    .plus(settings.minAge())
                    .truncatedTo(ChronoUnit.SECONDS)
                    .plusSeconds(1);
            throw new ResendRefused(count.young + " of the " + count.all + " unknown deliveries of run '" + run
                    + "' are too young: a frozen process may still be sending them; they may be sent again from "
                    + from);
        }
        return count.all;
    }

    private static final class Count {

        private final Instant limit;
        private long all;
        private long young;
        private @Nullable Instant youngest;

        Count(Instant limit) {
            this.limit = limit;
        }

        void add(Delivery delivery) {
            all++;
            Instant claimed = delivery.claimedAt();
            if (claimed != null && claimed.isAfter(limit)) {
                young++;
                youngest = youngest == null || claimed.isAfter(youngest) ? claimed : youngest;
            }
        }
    }
}
