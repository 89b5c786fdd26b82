package dev.postrider.schedule;

import dev.postrider.audit.AuditSubject;
import dev.postrider.audit.EditTrail;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Definitions;
import dev.postrider.definition.InvalidCampaign;
import dev.postrider.definition.JobsFolderNotFound;
import dev.postrider.definition.ListedDefinition;
import dev.postrider.definition.Scheduled;
import dev.postrider.schema.NewerSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The last edit of each file that could be read. For a file that is broken it is the one in force, where this process has
 * read none that is newer, so that a process that starts with a broken file has it too. Not thread-safe.
 */
@Component
class GoodEdits {

    private final Definitions definitions;
    private final EditTrail trail;
    private final Schedules schedules;
    private final Map<String, Edit> edits = new TreeMap<>();
    private @Nullable List<String> looked;

    GoodEdits(Definitions definitions, EditTrail trail, Schedules schedules) {
        this.definitions = definitions;
        this.trail = trail;
        this.schedules = schedules;
    }

    /**
     * Looks at the files, and returns what is wrong with those that are broken. What had a file that is gone is gone, for
     * processes that start later too. A new edit is recorded in the audit trail.
     */
    List<String> refresh() {
        List<ListedDefinition> files;
        try {
            files = definitions.all();
        } catch (JobsFolderNotFound e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        keepOnly(files.stream().map(ListedDefinition::name).toList());
        List<String> problems = new ArrayList<>();
        for (ListedDefinition file : files) {
            Scheduled definition = file.definition();
            if (definition != null) {
                trail.see(subject(definition), definition.hash(), file.editedAt());
                edits.put(file.name(), new Edit(definition, file.editedAt()));
            } else {
                problems.add(String.valueOf(file.error()));
                standIn(file.name()).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** Forgets for all processes only when the folder has changed: of two folders that differ, neither is right for good. */
    private void keepOnly(List<String> files) {
        edits.keySet().retainAll(files);
        if (!files.equals(looked)) {
            schedules.forgetSourcesBut(files);
            looked = files;
        }
    }

    /** Returns why the edit in force cannot stand in for the broken file, if there is one and it cannot. */
    private Optional<String> standIn(String name) {
        try {
            schedules.find(name).flatMap(this::kept).filter(this::newer).ifPresent(edit -> edits.put(name, edit));
            return Optional.empty();
        } catch (NewerSchema | InvalidCampaign e) {
            return Optional.of("'" + name + "': " + e.getMessage());
        }
    }

    private Optional<Edit> kept(Evaluated inForce) {
        return Optional.ofNullable(inForce.source())
                .map(source -> new Edit(definitions.read(inForce.campaign(), source), inForce.since()));
    }

    private boolean newer(Edit kept) {
        Edit own = edits.get(kept.name());
        return own == null || own.at().isBefore(kept.at());
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
