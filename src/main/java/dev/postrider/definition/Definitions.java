package dev.postrider.definition;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What the files in {@code jobs/} define, campaigns and other jobs, read anew at each call. */
@Repository
public class Definitions {

    private final JobsFolder folder;

    public Definitions(CampaignSettings settings) {
        this.folder = new JobsFolder(settings.jobsDir());
    }

    /** Every file in the folder, sorted by name; a broken one with its error. */
    public List<ListedDefinition> all() {
        return folder.names().stream().map(this::listed).toList();
    }

    /**
     * What the file would define if this were its text, as with one that was kept.
     *
     * @throws InvalidCampaign when it is broken, or has keys of a newer version
     */
    public Scheduled read(String name, String source) {
        return folder.read(name, source);
    }

    private ListedDefinition listed(String name) {
        Instant editedAt = folder.editedAt(name);
        try {
            return new ListedDefinition(name, folder.read(name), null, editedAt);
        } catch (InvalidCampaign e) {
            return new ListedDefinition(name, null, e.getMessage(), editedAt);
        }
    }
}
