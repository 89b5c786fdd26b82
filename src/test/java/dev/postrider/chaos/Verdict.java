package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import dev.postrider.program.Site;
import dev.postrider.ses.MessageTags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a run came to, recipient by recipient: by the ledger, and by SES's own record. */
record Verdict(RunId run, Set<String> planned, Map<String, String> ledger, Map<String, Long> accepted) {

    static Verdict on(RunId run, Site site) {
        Set<String> planned = site.collection("recipients")
                .find()
                .map(recipient -> recipient.getString("_id"))
                .into(new HashSet<>());
        String prefix = run.value() + "|";
        Map<String, String> ledger = site.collection("deliveries").find().into(new ArrayList<>()).stream()
                .filter(delivery -> delivery.getString("_id").startsWith(prefix))
                .collect(Collectors.toMap(
                        delivery -> delivery.getString("_id").substring(prefix.length()),
                        delivery -> delivery.get("resent", delivery).getString("state")));
        Map<String, Long> accepted = site.messages().stream()
                .filter(message -> tag(message, MessageTags.RUN).equals(run.value()))
                .collect(Collectors.groupingBy(message -> tag(message, MessageTags.RECIPIENT), Collectors.counting()));
        return new Verdict(run, planned, ledger, accepted);
    }

    private static String tag(JsonNode message, String tag) {
        return MessageTags.decode(message.get("tags").get(tag).asString()).orElseThrow();
    }

    /** Whatever must not be, one line for each recipient or sum. */
    List<String> offences(Sums told) {
        Set<String> all = new TreeSet<>(planned);
        all.addAll(ledger.keySet());
        all.addAll(accepted.keySet());
        Stream<String> recipients = all.stream()
                .filter(recipient -> !fits(recipient))
                .map(recipient -> run + " " + recipient + " is " + state(recipient) + " in the ledger, at SES "
                        + times(recipient) + " times");
        return Stream.concat(recipients, sums(told)).toList();
    }

    private boolean fits(String recipient) {
        return planned.contains(recipient)
                && switch (state(recipient)) {
                    case "SENT" -> times(recipient) == 1;
                    case "UNKNOWN" -> times(recipient) <= 1;
                    case "SKIPPED", "REJECTED" -> times(recipient) == 0;
                    default -> false;
                };
    }

    private String state(String recipient) {
        return ledger.getOrDefault(recipient, "missing");
    }

    private long times(String recipient) {
        return accepted.getOrDefault(recipient, 0L);
    }

    private Stream<String> sums(Sums told) {
        return told.equals(sums()) && told.addUp()
                ? Stream.empty()
                : Stream.of(run + " says " + told + ", is " + sums());
    }

    Sums sums() {
        return new Sums(planned.size(), count("SENT"), count("REJECTED"), count("SKIPPED"), count("UNKNOWN"));
    }

    private long count(String state) {
        return ledger.values().stream().filter(state::equals).count();
    }
}
