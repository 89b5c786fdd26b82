package dev.postrider.definition;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The campaigns that the files in {@code jobs/} define, read anew at each call. */
@Repository
public class Campaigns {

    private final CampaignFolder folder;

    public Campaigns(CampaignSettings settings) {
        this.folder = new CampaignFolder(settings.jobsDir());
    }

    /** Every file in the folder, sorted by name; a broken one with its error. */
    public List<ListedCampaign> all() {
        return folder.names().stream().map(this::listed).toList();
    }

    private ListedCampaign listed(String name) {
        Instant editedAt = folder.editedAt(name);
        try {
            return new ListedCampaign(name, folder.read(name), null, editedAt);
        } catch (InvalidCampaign e) {
            return new ListedCampaign(name, null, e.getMessage(), editedAt);
        }
    }

    /**
     * @throws CampaignNotFound when no file has this name
     * @throws InvalidCampaign when the file is broken
     */
    public CampaignDefinition get(String campaign) {
        if (!Values.CAMPAIGN.matcher(campaign).matches() || !folder.has(campaign)) {
            throw new CampaignNotFound(campaign, folder.path(), folder.names());
        }
        return folder.read(campaign);
    }
}
