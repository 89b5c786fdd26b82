package dev.postrider.schedule;

import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.EditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.definition.JobsFolderNotFound;
import dev.postrider.definition.ListedCampaign;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The last edit of each campaign that could be read. Not thread-safe. */
@Component
class GoodEdits {

    private final Campaigns campaigns;
    private final EditTrail trail;
    private final Map<String, Edit> edits = new TreeMap<>();

    GoodEdits(Campaigns campaigns, EditTrail trail) {
        this.campaigns = campaigns;
        this.trail = trail;
    }

    /**
     * Looks at the files, and returns what is wrong with those that are broken. A campaign whose file is gone is
     * gone. A new edit is recorded in the audit trail.
     */
    List<String> refresh() {
        List<ListedCampaign> files;
        try {
            files = campaigns.all();
        } catch (JobsFolderNotFound e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        edits.keySet().retainAll(files.stream().map(ListedCampaign::name).toList());
        for (ListedCampaign file : files) {
            CampaignDefinition definition = file.definition();
            if (definition != null) {
                trail.see(AuditSubject.campaign(file.name()), definition.hash(), file.editedAt());
                edits.put(file.name(), new Edit(definition, file.editedAt()));
            }
        }
        return files.stream()
                .map(ListedCampaign::error)
                .filter(Objects::nonNull)
                .toList();
    }

    Collection<Edit> all() {
        return new ArrayList<>(edits.values());
    }
}
