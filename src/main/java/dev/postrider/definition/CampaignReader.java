package dev.postrider.definition;

import dev.postrider.definition.CampaignDefinition.Approval;
import dev.postrider.definition.CampaignDefinition.Cap;
import dev.postrider.definition.CampaignDefinition.Guard;
import dev.postrider.definition.CampaignDefinition.Inactivity;
import dev.postrider.definition.CampaignDefinition.Limits;
import dev.postrider.definition.CampaignDefinition.Rollout;
import dev.postrider.recipient.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a campaign's file. {@code jobs/campaign.schema.json} says the same to editors. */
final class CampaignReader {

    static final List<String> CAMPAIGN = List.of(
            "campaign",
            "description",
            "schedule",
            "from",
            "replyTo",
            "template",
            "segment",
            "inactivity",
            "limits",
            "rollout",
            "approval",
            "topic",
            "cap",
            "proof",
            "guard");
    static final Map<String, List<String>> NESTED = Map.of(
            "schedule", ScheduleReader.KEYS,
            "inactivity", List.of("below"),
            "limits", List.of("maxRecipients", "rate"),
            "rollout", List.of("first", "watch"),
            "approval", List.of("above"),
            "cap", List.of("mails", "days"),
            "guard", List.of("bounces", "complaints", "fewBounces", "fewComplaints"));

    private CampaignReader() {}

    static CampaignDefinition read(String file, String text) {
        return read(file, text, YamlReader.read(file, text));
    }

    static CampaignDefinition read(String file, String text, YamlNode root) {
        Keys keys = Keys.of(file, "", root, CAMPAIGN);
        return new CampaignDefinition(
                keys.required("campaign", Values::name),
                keys.optional("description", Values::text),
                keys.nested("schedule", known("schedule"), ScheduleReader::read),
                keys.required("from", Values::mailbox),
                keys.optional("replyTo", Values::mailbox),
                keys.required("template", Values::template),
                keys.required("segment", segmentOf(file)),
                keys.nested("inactivity", known("inactivity"), CampaignReader::inactivity),
                keys.nested("limits", known("limits"), CampaignReader::limits),
                keys.nested("rollout", known("rollout"), CampaignReader::rollout),
                keys.nested("approval", known("approval"), CampaignReader::approval),
                keys.optional("topic", Values::name),
                keys.nested("cap", known("cap"), CampaignReader::cap),
                proof(file, keys),
                keys.nested("guard", known("guard"), CampaignReader::guard),
                text);
    }

    private static List<String> known(String key) {
        return NESTED.getOrDefault(key, List.of());
    }

    private static Function<YamlNode, Map<String, Object>> segmentOf(String file) {
        return node -> SegmentKeys.read(file, node);
    }

    private static List<EmailAddress> proof(String file, Keys keys) {
        List<EmailAddress> team = keys.optional("proof", node -> TeamReader.read(file, node));
        return team == null ? List.of() : team;
    }

    private static Inactivity inactivity(Keys keys) {
        return new Inactivity(keys.required("below", Values::days));
    }

    private static Limits limits(Keys keys) {
        return new Limits(keys.optional("maxRecipients", Values::count), keys.optional("rate", Values::rate));
    }

    private static Approval approval(Keys keys) {
        return new Approval(keys.required("above", Values::count));
    }

    private static Cap cap(Keys keys) {
        return new Cap(keys.required("mails", Values::mails), keys.required("days", Values::capDays));
    }

    private static Guard guard(Keys keys) {
        return new Guard(
                keys.optional("bounces", Values::share),
                keys.optional("complaints", Values::share),
                keys.optional("fewBounces", Values::few),
                keys.optional("fewComplaints", Values::few));
    }

    private static Rollout rollout(Keys keys) {
        return new Rollout(keys.required("first", Values::share), keys.required("watch", Values::watch));
    }
}
