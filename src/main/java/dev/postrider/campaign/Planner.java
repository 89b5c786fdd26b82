package dev.postrider.campaign;

import dev.postrider.consent.UnsubscribeLinks;
import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.plan.BlockWriter;
import dev.postrider.plan.Blocks;
import dev.postrider.recipient.Recipients;
import dev.postrider.run.HeldRun;
import dev.postrider.run.Run;
import dev.postrider.ses.SenderCheck;
import dev.postrider.suppression.Suppressions;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Freezes the recipients of a held run. */
@Component
class Planner {

    private final Recipients recipients;
    private final Suppressions suppressions;
    private final Blocks blocks;
    private final SenderCheck senderCheck;
    private final UnsubscribeLinks links;

    Planner(
            Recipients recipients,
            Suppressions suppressions,
            Blocks blocks,
            SenderCheck senderCheck,
            UnsubscribeLinks links) {
        this.recipients = recipients;
        this.suppressions = suppressions;
        this.blocks = blocks;
        this.senderCheck = senderCheck;
        this.links = links;
    }

    /**
     * Freezes the run's recipients unless they are. What an earlier, broken plan wrote is never read: it stands under
     * another epoch.
     *
     * @throws PlanTooLarge when the segment has more recipients than the campaign allows
     * @throws SendingStopped when told to stop; nothing is frozen then
     */
    Run plan(HeldRun held, StopSignal stop) {
        Run run = held.read();
        if (run.plan() != null) {
            return run;
        }
        PinnedCampaign campaign = PinnedCampaign.of(run);
        links.check();
        senderCheck.check(campaign.definition().from());
        long max = campaign.maxRecipients();
        AtomicLong planned = new AtomicLong();
        BlockWriter writer = new BlockWriter(blocks, run.id(), held.epoch());
        ExpectedSkips skips = new ExpectedSkips(suppressions);
        recipients.forEachCandidate(campaign.filter(), candidate -> {
            stop.check();
            if (planned.incrementAndGet() > max) {
                throw new PlanTooLarge(run.id().campaign(), max);
            }
            writer.add(candidate.id());
            skips.look(candidate);
        });
        held.freeze(writer.close(), skips.close());
        return held.read();
    }
}
