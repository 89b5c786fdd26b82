package dev.postrider.schedule;

import dev.postrider.definition.CampaignCheck;
import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Scheduled;
import dev.postrider.schema.NewerSchema;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Launches what is due. Any number of nodes may do so at once, and each as often as it likes: a slot is launched or recorded
 * as missed, and never forgotten.
 */
@Service
public class Scheduler {

    private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

    private final GoodEdits edits;
    private final Evaluation evaluation;
    private final SlotRuns runs;
    private final List<CampaignCheck> checks;
    private volatile List<String> problems = List.of();

    Scheduler(GoodEdits edits, Evaluation evaluation, SlotRuns runs, List<CampaignCheck> checks) {
        this.edits = edits;
        this.evaluation = evaluation;
        this.runs = runs;
        this.checks = List.copyOf(checks);
    }

    /**
     * Reads the files and evaluates all schedules up to now. What is wrong with one of them is one of the
     * {@link #problems} and does not keep the others; a broken file leaves its last good definition in force,
     * also when this process has never read it.
     *
     * @throws com.mongodb.MongoException when MongoDB does not answer; the next tick goes on from there
     */
    public synchronized void tick(SlotLauncher launcher) {
        List<String> found = new ArrayList<>(edits.refresh());
        for (Edit edit : edits.all()) {
            evaluate(edit, launcher).ifPresent(found::add);
            found.addAll(warnings(edit.definition()));
        }
        found.stream().filter(problem -> !problems.contains(problem)).forEach(log::warn);
        problems = found.stream().distinct().toList();
    }

    /**
     * What was wrong at the last tick: broken files with the line, files older than what is in force, failed launches, and what
     * does not go together with settings.
     */
    public List<String> problems() {
        return problems;
    }

    private List<String> warnings(Scheduled definition) {
        return definition instanceof CampaignDefinition campaign
                ? checks.stream()
                        .flatMap(check -> check.warning(campaign).stream())
                        .toList()
                : List.of();
    }

    private Optional<String> evaluate(Edit edit, SlotLauncher launcher) {
        try {
            return evaluation.evaluate(edit, (name, slot) -> {
                runs.open(edit.definition(), slot);
                if (edit.definition() instanceof CampaignDefinition) {
                    launcher.launch(name, slot);
                }
            });
        } catch (SlotNotLaunched | NewerSchema | IllegalArgumentException | DateTimeException e) {
            return Optional.of("'" + edit.name() + "': " + e.getMessage());
        }
    }
}
