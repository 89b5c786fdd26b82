package dev.postrider.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the coming days against what the account may send.
 *
 * @param sentLast24Hours recipients that count against the quota now
 * @param refusal why SES lets the account send nothing at present; null when it does
 * @param neededQuota the account's 24 hour quota that all runs fit into; null when the present one suffices
 * @param askBy the day by which to ask AWS for it; null when the present one suffices
 * @param tooLate that day is over: whatever is asked now, the first run over the quota does not have it in time
 * @param errors what is wrong with campaigns' files, whose slots may be missing here
 */
public record Forecast(
        Instant from,
        Instant to,
        @Nullable Long quota,
        long sentLast24Hours,
        @Nullable String refusal,
        List<ForecastRun> runs,
        @Nullable Long neededQuota,
        @Nullable LocalDate askBy,
        boolean tooLate,
        List<String> errors) {

    /** The first run that does not fit. */
    public Optional<ForecastRun> firstMisfit() {
        return runs.stream().filter(run -> !run.fits()).findFirst();
    }

    /** Those that have to wait for a warm-up, by its identity. */
    public SortedMap<String, List<ForecastRun>> lateByWarmUp() {
        return runs.stream()
                .filter(run -> run.warmUpIdentity() != null && run.lateByWarmUp() > 0)
                .collect(Collectors.groupingBy(
                        run -> Objects.requireNonNull(run.warmUpIdentity()), TreeMap::new, Collectors.toList()));
    }

    /** The first run that the quota does not suffice for; {@link #askBy} is for its sake. */
    public Optional<ForecastRun> firstOverQuota() {
        return runs.stream().filter(ForecastRun::overQuota).findFirst();
    }
}
