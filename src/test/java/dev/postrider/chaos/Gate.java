package dev.postrider.chaos;

import com.mongodb.client.model.Filters;
import dev.postrider.ledger.RunId;
import dev.postrider.program.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/** What a run waits for before its mails go out, but for a share of them. */
enum Gate {
    /** Each of the team has a copy, or a person accepts that one has none. */
    PROOF(0),
    APPROVAL(0),
    /** The first share is 30 %, give or take what chance does to it. */
    WATCH(0.45);

    private final double share;

    Gate(double share) {
        this.share = share;
    }

    /** When it opened, as far as that is written down; never, where it is not. */
    private Instant opened(RunId run, Site site) {
        Stream<Date> instants = switch (this) {
            case PROOF -> documents(site, "deliveries", run.proof() + "|").map(copy -> copy.getDate("at"));
            case APPROVAL ->
                documents(site, "runs", run.value())
                        .map(document ->
                                document.get("approval", new Document()).getDate("at"));
            case WATCH -> documents(site, "rollouts", run.value()).map(rollout -> rollout.getDate("watchUntil"));
        };
        return instants.filter(Objects::nonNull)
                .map(Date::toInstant)
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Stream<Document> documents(Site site, String collection, String prefix) {
        return site
                .collection(collection)
                .find(Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + "~")))
                .into(new ArrayList<>())
                .stream();
    }

    /** Whatever of the run was claimed too early. */
    Stream<String> offences(Verdict verdict, Site site) {
        Instant opened = opened(verdict.run(), site);
        List<Attempt> early = verdict.ledger().values().stream()
                .map(attempts -> attempts.get(0))
                .filter(attempt -> attempt.at() != null && attempt.at().isBefore(opened))
                .toList();
        return early.size() <= share * verdict.planned().size()
                ? Stream.empty()
                : Stream.of(verdict.run() + " had " + early.size() + " mails claimed before " + this + " was over at "
                        + opened);
    }
}
