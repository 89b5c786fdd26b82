package dev.postrider.definition;

import java.util.List;
import org.springframework.stereotype.Repository;

/** The campaigns that the files in {@code jobs/} define, read anew at each call. */
@Repository
public class Campaigns {

    private final JobsFolder folder;
    private final Definitions definitions;

    public Campaigns(CampaignSettings settings) {
        this.folder = new JobsFolder(settings.jobsDir());
        this.definitions = new Definitions(settings);
    }

    /** Every campaign's file, sorted by name; a broken one with its error. */
    public List<ListedCampaign> all() {
        return definitions.all().stream()
                .filter(file -> !(file.definition() instanceof JobDefinition))
                .map(file -> new ListedCampaign(
                        file.name(),
                        file.definition() instanceof CampaignDefinition campaign ? campaign : null,
                        file.error(),
                        file.editedAt()))
                .toList();
    }

    /**
     * @throws CampaignNotFound when no file has this name
     * @throws InvalidCampaign when the file is broken
     */
    public CampaignDefinition get(String campaign) {
        if (Values.CAMPAIGN.matcher(campaign).matches()
                && folder.has(campaign)
                && folder.read(campaign) instanceof CampaignDefinition definition) {
            return definition;
        }
        List<String> others =
                folder.names().stream().filter(name -> !name.equals(campaign)).toList();
        throw new CampaignNotFound(campaign, folder.path(), others);
    }
}
