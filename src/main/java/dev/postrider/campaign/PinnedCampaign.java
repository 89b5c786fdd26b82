package dev.postrider.campaign;

import com.mongodb.client.model.Filters;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.frequency.FrequencyCap;
import dev.postrider.plan.Share;
import dev.postrider.proof.ProofOrder;
import dev.postrider.recipient.Segment;
import dev.postrider.render.RenderOrder;
import dev.postrider.rollout.RolloutOrder;
import dev.postrider.rollout.Thresholds;
import dev.postrider.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A run's definition as pinned, and what follows from it for the stages. */
record PinnedCampaign(Run run, CampaignDefinition definition) {

    static PinnedCampaign of(Run run) {
        return new PinnedCampaign(
                run, CampaignDefinition.parse("run " + run.id() + " (pinned definition)", run.source()));
    }

    /** The day that {@code daysAgo} counts from when nobody names one. */
    static LocalDate dayOf(CampaignDefinition definition, Instant slot) {
        return LocalDate.ofInstant(slot, definition.zone());
    }

    long maxRecipients() {
        CampaignDefinition.Limits limits = definition.limits();
        return limits == null || limits.maxRecipients() == null ? Long.MAX_VALUE : limits.maxRecipients();
    }

    @Nullable
    Double rate() {
        CampaignDefinition.Limits limits = definition.limits();
        return limits == null ? null : limits.rate();
    }

    Bson filter() {
        return filter(definition, run.day());
    }

    static Bson filter(CampaignDefinition definition, LocalDate day) {
        ZoneId zone = definition.zone();
        Bson segment = Segment.of(definition.segment()).filter(day, zone);
        CampaignDefinition.Inactivity inactivity = definition.inactivity();
        return inactivity == null
                ? segment
                : Filters.and(segment, Filters.not(Filters.gte("inactivity.stage", inactivity.below())));
    }

    RenderOrder renderOrder(double maxFailures) {
        return new RenderOrder(
                run.frozen(),
                firstShare(),
                run.templateHash(),
                definition.from(),
                definition.replyTo(),
                cap(),
                model(),
                run.id().slot(),
                maxFailures);
    }

    /** @param thresholds where the campaign has none of its own */
    RolloutOrder rolloutOrder(Thresholds thresholds) {
        CampaignDefinition.Rollout rollout = definition.rollout();
        return new RolloutOrder(firstShare(), rollout == null ? Duration.ZERO : rollout.watch(), own(thresholds));
    }

    private Thresholds own(Thresholds others) {
        CampaignDefinition.Guard guard = definition.guard();
        return guard == null
                ? others
                : new Thresholds(
                        Objects.requireNonNullElse(guard.bounces(), others.bounces()),
                        Objects.requireNonNullElse(guard.complaints(), others.complaints()),
                        Objects.requireNonNullElse(guard.fewBounces(), others.fewBounces()),
                        Objects.requireNonNullElse(guard.fewComplaints(), others.fewComplaints()));
    }

    ProofOrder proofOrder() {
        return new ProofOrder(
                run.id(),
                run.templateHash(),
                definition.from(),
                definition.replyTo(),
                rate(),
                model(),
                run.id().slot(),
                definition.proof());
    }

    private @Nullable Share firstShare() {
        CampaignDefinition.Rollout rollout = definition.rollout();
        return rollout == null ? null : new Share(run.id(), rollout.first());
    }

    @Nullable
    FrequencyCap cap() {
        CampaignDefinition.Cap cap = definition.cap();
        return cap == null ? null : new FrequencyCap(definition.topic(), cap.mails(), Duration.ofDays(cap.days()));
    }

    private Map<String, Object> model() {
        String description = definition.description();
        return description == null
                ? Map.of("name", definition.campaign())
                : Map.of("name", definition.campaign(), "description", description);
    }
}
