package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import dev.postrider.program.Site;
import dev.postrider.ses.MessageTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * What a run came to, recipient by recipient: by the ledger, and by SES's own record.
 *
 * @param planned the state to which each recipient has to come, unless that is UNKNOWN
 * @param accepted how often, by recipient; mail of a recipient that went to the address of another is under a name of its own
 */
record Verdict(RunId run, Map<String, String> planned, Map<String, String> ledger, Map<String, Long> accepted) {

    private static final String SENT = "SENT";
    private static final String REJECTED = "REJECTED";
    private static final String SKIPPED = "SKIPPED";
    private static final String UNKNOWN = "UNKNOWN";

    static Verdict on(RunId run, Site site) {
        Map<String, String> planned = site.collection("recipients").find().into(new ArrayList<>()).stream()
                .collect(Collectors.toMap(recipient -> recipient.getString("_id"), Verdict::expected));
        String prefix = run.value() + "|";
        Map<String, String> ledger = site.collection("deliveries").find().into(new ArrayList<>()).stream()
                .filter(delivery -> delivery.getString("_id").startsWith(prefix))
                .collect(Collectors.toMap(
                        delivery -> delivery.getString("_id").substring(prefix.length()),
                        delivery -> delivery.get("resent", delivery).getString("state")));
        Map<String, Long> accepted = site.messages().stream()
                .filter(message -> tag(message, MessageTags.RUN).equals(run.value()))
                .collect(Collectors.groupingBy(Verdict::recipient, Collectors.counting()));
        return new Verdict(run, planned, ledger, accepted);
    }

    private static String expected(Document recipient) {
        if (recipient.getString("subscription").equals("UNSUBSCRIBED")) {
            return SKIPPED;
        }
        return recipient.getString("email").equals(Cluster.NO_ADDRESS) ? REJECTED : SENT;
    }

    private static String recipient(JsonNode message) {
        String recipient = tag(message, MessageTags.RECIPIENT);
        String address = message.get("to").get(0).asString();
        return address.contains('+' + recipient + '@') ? recipient : recipient + " (to " + address + ')';
    }

    private static String tag(JsonNode message, String tag) {
        return MessageTags.decode(message.get("tags").get(tag).asString()).orElseThrow();
    }

    /** Whatever must not be, one line for each recipient or sum. */
    List<String> offences(Sums told) {
        Set<String> all = new TreeSet<>(planned.keySet());
        all.addAll(ledger.keySet());
        all.addAll(accepted.keySet());
        Stream<String> recipients = all.stream()
                .filter(recipient -> !fits(recipient))
                .map(recipient -> run + " " + recipient + " is " + state(recipient) + " in the ledger, at SES "
                        + times(recipient) + " times");
        return Stream.of(recipients, sums(told), mostlyUnknown())
                .flatMap(lines -> lines)
                .toList();
    }

    private boolean fits(String recipient) {
        String expected = planned.getOrDefault(recipient, "nothing");
        long most = expected.equals(SENT) ? 1 : 0;
        return state(recipient).equals(UNKNOWN)
                ? !expected.equals(SKIPPED) && times(recipient) <= most
                : state(recipient).equals(expected) && times(recipient) == most;
    }

    private String state(String recipient) {
        return ledger.getOrDefault(recipient, "missing");
    }

    private long times(String recipient) {
        return accepted.getOrDefault(recipient, 0L);
    }

    /** All that SES has accepted of this run. */
    long messages() {
        return accepted.values().stream().mapToLong(Long::longValue).sum();
    }

    private Stream<String> sums(Sums told) {
        return told.equals(sums()) && told.addUp()
                ? Stream.empty()
                : Stream.of(run + " says " + told + ", is " + sums());
    }

    /** A run of which little is known would pass for a good one. */
    private Stream<String> mostlyUnknown() {
        Sums sums = sums();
        return sums.unknown() > sums.sent() ? Stream.of(run + " is mostly unknown: " + sums) : Stream.empty();
    }

    Sums sums() {
        return new Sums(planned.size(), count(SENT), count(REJECTED), count(SKIPPED), count(UNKNOWN));
    }

    private long count(String state) {
        return ledger.values().stream().filter(state::equals).count();
    }
}
