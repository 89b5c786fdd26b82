package dev.postrider.campaign;

import dev.postrider.delivery.SendingStopped;
import dev.postrider.delivery.StopSignal;
import dev.postrider.ledger.Claims;
import dev.postrider.ledger.Figures;
import dev.postrider.ledger.Ledger;
import dev.postrider.ledger.Owners;
import dev.postrider.ledger.RunId;
import dev.postrider.plan.Blocks;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Compares the frozen blocks with the ledger after render and deliver: claims of dead owners become UNKNOWN, and who has
 * no delivery, because the outbox was lost, is rendered and sent without it.
 */
@Component
class Reconciler {

    private static final int SLICE = 500;

    private final Blocks blocks;
    private final Ledger ledger;
    private final Claims claims;
    private final Owners owners;
    private final GapFiller gapFiller;

    Reconciler(Blocks blocks, Ledger ledger, Claims claims, Owners owners, GapFiller gapFiller) {
        this.blocks = blocks;
        this.ledger = ledger;
        this.claims = claims;
        this.owners = owners;
        this.gapFiller = gapFiller;
    }

    /**
     * Returns true when every planned recipient has an outcome; false while another live process holds claims.
     *
     * @throws SendingStopped when told to stop
     */
    boolean reconcile(PinnedCampaign campaign, StopSignal stop) {
        FrozenPlan plan = campaign.run().frozen();
        Figures figures = ledger.figures(plan.run());
        if (figures.claimed() == 0 && figures.total() == plan.planned()) {
            return true;
        }
        int claimed = 0;
        for (int block = 0; block < plan.blocks(); block++) {
            for (List<RecipientId> slice : slices(blocks.read(plan, block))) {
                stop.check();
                claimed += claims.takeOverDead(plan.run(), slice, this::dead);
                fillGaps(campaign, slice, stop);
            }
        }
        return claimed == 0;
    }

    private void fillGaps(PinnedCampaign campaign, List<RecipientId> slice, StopSignal stop) {
        RunId run = campaign.run().id();
        Set<RecipientId> gaps = ledger.gaps(run, slice);
        if (!gaps.isEmpty()) {
            gapFiller.fill(campaign, List.copyOf(gaps), stop);
        }
    }

    /** The deliver step of this process is over, so its own claims that are left have nobody who would settle them. */
    private boolean dead(String owner) {
        return owner.equals(owners.self()) || !owners.alive(owner);
    }

    static List<List<RecipientId>> slices(List<RecipientId> ids) {
        List<List<RecipientId>> slices = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += SLICE) {
            slices.add(ids.subList(i, Math.min(i + SLICE, ids.size())));
        }
        return slices;
    }
}
