package dev.postrider.chaos;

import dev.postrider.ledger.RunId;
import dev.postrider.program.Site;
import dev.postrider.run.Run;
import dev.postrider.run.RunState;
import dev.postrider.ses.MessageTags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** All that stores and SES have written down when a sequence is over. */
final class Evidence {

    private final List<Document> recipients;
    private final List<Document> resends;
    private final Set<String> suppressed;
    private final Map<String, Map<String, List<Attempt>>> ledger = new HashMap<>();
    private final List<JsonNode> messages;

    Evidence(Site site) {
        recipients = site.collection("recipients").find().into(new ArrayList<>());
        resends = site.collection("resends").find().into(new ArrayList<>());
        suppressed = site.collection("suppressions")
                .find()
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
        site.collection("deliveries").find().forEach(row -> {
            String[] id = row.getString("_id").split("\\|", 2);
            ledger.computeIfAbsent(id[0], run -> new HashMap<>()).put(id[1], Attempt.of(row));
        });
        messages = site.messages();
    }

    long messages() {
        return messages.size();
    }

    Verdict on(Run run, CampaignKind kind) {
        Map<String, Expected> planned = run.plan() == null
                ? Map.of()
                : recipients.stream()
                        .filter(kind::selects)
                        .collect(Collectors.toMap(
                                recipient -> recipient.getString("_id"), recipient -> expected(recipient, run, kind)));
        return verdict(run.id(), planned);
    }

    /** On the copies for the team, which a run that was given up may not have come to. */
    Verdict onProof(Run run, CampaignKind kind) {
        boolean wanted = kind.gates().contains(Gate.PROOF)
                && (run.state() == RunState.COMPLETED
                        || ledger.containsKey(run.id().proof().value()));
        return verdict(
                run.id().proof(), wanted ? Map.of(CampaignKind.TEAM, new Expected(Attempt.SENT, Set.of())) : Map.of());
    }

    private Verdict verdict(RunId run, Map<String, Expected> planned) {
        Map<Integer, String> asked = resends.stream()
                .filter(resend -> resend.getString("run").equals(run.value()))
                .collect(Collectors.toMap(resend -> resend.getInteger("attempt"), resend -> resend.getString("of")));
        Map<Copy, Long> accepted = messages.stream()
                .filter(message -> tag(message, MessageTags.RUN).equals(run.value()))
                .collect(Collectors.groupingBy(Evidence::copy, Collectors.counting()));
        return new Verdict(run, planned, asked, ledger.getOrDefault(run.value(), Map.of()), accepted);
    }

    private Expected expected(Document recipient, Run run, CampaignKind kind) {
        boolean unsubscribed = recipient.getString("subscription").equals("UNSUBSCRIBED");
        boolean hasHadEnough = kind == CampaignKind.CAPPED && EarlierMails.has(recipient);
        Set<String> reasons = new HashSet<>();
        if (unsubscribed) {
            reasons.add("unsubscribed");
        }
        if (hasHadEnough || (kind == CampaignKind.CAPPED && othersTo(recipient, run.id()) >= CampaignKind.CAP)) {
            reasons.add("frequency-cap");
        }
        if (suppressed.contains(recipient.getString("email"))) {
            reasons.add("suppressed");
        }
        if (run.state() == RunState.ABANDONED) {
            reasons.add("not-attempted");
        }
        return new Expected(
                unsubscribed || hasHadEnough
                        ? Attempt.SKIPPED
                        : recipient.getString("email").equals(Audience.NO_ADDRESS) ? Attempt.REJECTED : Attempt.SENT,
                reasons);
    }

    /** Runs that have sent somebody a mail, or were about to. */
    private long othersTo(Document recipient, RunId run) {
        return ledger.entrySet().stream()
                .filter(other -> !other.getKey().equals(run.value()))
                .map(other -> other.getValue().getOrDefault(recipient.getString("_id"), List.of()))
                .filter(attempts -> attempts.stream().anyMatch(attempt -> attempt.at() != null))
                .count();
    }

    private static Copy copy(JsonNode message) {
        String recipient = tag(message, MessageTags.RECIPIENT);
        String address = message.get("to").get(0).asString();
        boolean own = address.equals(recipient) || address.contains('+' + recipient + '@');
        return new Copy(
                own ? recipient : recipient + " (to " + address + ')',
                Integer.parseInt(message.get("tags").path(MessageTags.ATTEMPT).asString("1")));
    }

    private static String tag(JsonNode message, String tag) {
        return MessageTags.decode(message.get("tags").get(tag).asString()).orElseThrow();
    }
}
