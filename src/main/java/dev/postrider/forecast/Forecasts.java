package dev.postrider.forecast;

import dev.postrider.definition.CampaignDefinition;
import dev.postrider.definition.Campaigns;
import dev.postrider.definition.ListedCampaign;
import dev.postrider.schedule.ScheduleOverview;
import dev.postrider.schedule.ScheduledJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Forecasts what campaigns will want to send against the quota, its transactional reserve and warm-ups. */
@Service
public class Forecasts {

    private final Campaigns campaigns;
    private final ScheduleOverview schedules;
    private final Demands demands;
    private final Capacity capacity;
    private final Clock clock;

    Forecasts(Campaigns campaigns, ScheduleOverview schedules, Demands demands, Capacity capacity, Clock clock) {
        this.campaigns = campaigns;
        this.schedules = schedules;
        this.demands = demands;
        this.capacity = capacity;
        this.clock = clock;
    }

    /** @throws dev.postrider.limits.AccountUnavailable if the account's limits cannot be had */
    public Forecast of(Duration time) {
        Instant now = clock.instant();
        Instant end = now.plus(time);
        List<ScheduledJob> scheduled = schedules.until(end);
        Map<String, CampaignDefinition> definitions = definitions();
        List<Demand> open = demands.ofOpenRuns(now);
        Set<String> known = open.stream().map(Demand::run).collect(Collectors.toSet());
        Stream<Demand> slots = scheduled.stream()
                .filter(job -> definitions.containsKey(job.name()))
                .flatMap(job -> demands.ofSlots(Objects.requireNonNull(definitions.get(job.name())), job.next()))
                .filter(demand -> !known.contains(demand.run()));
        List<Demand> all = Stream.concat(open.stream(), slots)
                .filter(demand -> !demand.at().isAfter(end))
                .sorted(Comparator.comparing(Demand::at))
                .toList();
        List<String> errors = scheduled.stream()
                .map(ScheduledJob::error)
                .filter(Objects::nonNull)
                .toList();
        return capacity.against(all, now, end, errors);
    }

    private Map<String, CampaignDefinition> definitions() {
        Map<String, CampaignDefinition> definitions = new HashMap<>();
        for (ListedCampaign file : campaigns.all()) {
            if (file.definition() != null) {
                definitions.put(file.name(), file.definition());
            }
        }
        return definitions;
    }
}
