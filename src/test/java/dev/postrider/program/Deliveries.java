package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import dev.postrider.simulator.SimulatorStats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/** What a run has to come to whatever happened to its processes. */
final class Deliveries {

    private Deliveries() {}

    /** Everybody planned is in the ledger, SENT if SES has the message or else UNKNOWN, and SES has it once at most. */
    static void check(Site site, int planned, int mostUnknown) {
        Map<String, Long> accepted = site.accepted();
        Map<String, String> ledger = site.ledger();
        assertThat(accepted.values()).as("messages a recipient at SES").containsOnly(1L);
        assertThat(ledger).hasSize(planned);
        ledger.forEach((recipient, state) -> {
            assertThat(state).isIn("SENT", "UNKNOWN");
            if (state.equals("SENT")) {
                assertThat(accepted).containsKey(recipient);
            }
        });
        assertThat(Collections.frequency(ledger.values(), "UNKNOWN"))
                .as("unknown")
                .isLessThanOrEqualTo(mostUnknown);
    }

    /** Over all processes together SES was never offered more recipients than this in any one second, and took all. */
    static void checkRate(Site site, int rate) {
        SimulatorStats stats = site.simulator().stats();
        assertThat(stats.maxOfferedInOneSecond()).as("recipients in one second").isLessThanOrEqualTo(rate);
        assertThat(stats.throttled()).isZero();
        assertThat(stats.refused()).isZero();
    }

    /** Messages that the process has sent, by the tokens of their claims. */
    static long sentBy(Program program, Site site) {
        String process = site.collection("owners")
                .find(Filters.eq("pid", program.pid()))
                .map(owner -> owner.getString("_id"))
                .first();
        return process == null
                ? 0
                : site.collection("deliveries").find(Filters.eq("state", "SENT")).into(new ArrayList<>()).stream()
                        .filter(delivery -> Objects.requireNonNull(delivery.getString("token"))
                                .startsWith(process + "#"))
                        .count();
    }
}
