package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;

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
}
