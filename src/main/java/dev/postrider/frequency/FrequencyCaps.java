package dev.postrider.frequency;

import dev.postrider.ledger.RecentMails;
import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import dev.postrider.run.TopicRuns;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Holds caps against the ledger as it is now. A mail counts from its claim on: one that is being sent, or of which nobody
 * knows, may well arrive. What another run has rendered or has still to render does not count: that run may be stopped,
 * abandoned, or skip the recipient itself, and people would miss mails for others that never come. So runs of one topic
 * that are sent at the same time may exceed a cap, each by one mail. Thread-safe.
 */
@Component
public class FrequencyCaps {

    private final TopicRuns topicRuns;
    private final RecentMails mails;
    private final Clock clock;

    FrequencyCaps(TopicRuns topicRuns, RecentMails mails, Clock clock) {
        this.topicRuns = topicRuns;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * Those of the recipients who have had as many mails of other runs as the cap allows; what this run has sent them, before
     * a relaunch or in an earlier attempt, does not count. A query for runs, and one for the ledger's rows of all recipients
     * and runs, unless there are too few runs to reach the cap.
     */
    public Set<RecipientId> reached(RunId run, FrequencyCap cap, Collection<RecipientId> recipients) {
        Instant since = clock.instant().minus(cap.window());
        List<RunId> others = topicRuns.sendingSince(cap.topic(), since).stream()
                .filter(other -> !other.equals(run))
                .toList();
        // A run gives a person one mail at most.
        return others.size() < cap.mails()
                ? Set.of()
                : mails.count(others, recipients, since).entrySet().stream()
                        .filter(count -> count.getValue() >= cap.mails())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }
}
