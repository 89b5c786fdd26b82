package dev.postrider.schedule;

import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.EditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Definitions;
import dev.postrider.definition.JobsFolderNotFound;
import dev.postrider.definition.ListedDefinition;
import dev.postrider.definition.Scheduled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The last edit of each file that could be read. Not thread-safe. */
@Component
class GoodEdits {

    private final Definitions definitions;
    private final EditTrail trail;
    private final Map<String, Edit> edits = new TreeMap<>();

    GoodEdits(Definitions definitions, EditTrail trail) {
        this.definitions = definitions;
        this.trail = trail;
    }

    /**
     * Looks at the files, and returns what is wrong with those that are broken. What had a file that is gone is gone. A
     * new edit is recorded in the audit trail.
     */
    List<String> refresh() {
        List<ListedDefinition> files;
        try {
            files = definitions.all();
        } catch (JobsFolderNotFound e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        edits.keySet().retainAll(files.stream().map(ListedDefinition::name).toList());
        for (ListedDefinition file : files) {
            Scheduled definition = file.definition();
            if (definition != null) {
                trail.see(subject(definition), definition.hash(), file.editedAt());
                edits.put(file.name(), new Edit(definition, file.editedAt()));
            }
        }
        return files.stream()
                .map(ListedDefinition::error)
                .filter(Objects::nonNull)
                .toList();
    }

    private static AuditSubject subject(Scheduled definition) {
        return definition instanceof CampaignDefinition
                ? AuditSubject.campaign(definition.name())
                : AuditSubject.job(definition.name(), null);
    }

    Collection<Edit> all() {
        return new ArrayList<>(edits.values());
    }
}
