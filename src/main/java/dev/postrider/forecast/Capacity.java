package dev.postrider.forecast;

import dev.postrider.limits.SendingLeave;
import dev.postrider.limits.SendingOutlook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds demands against what the account may send. */
@Component
class Capacity {

    private final SendingOutlook outlook;
    private final SendingLeave leave;
    private final LeadTime leadTime;

    Capacity(SendingOutlook outlook, SendingLeave leave, ForecastSettings settings) {
        this.outlook = outlook;
        this.leave = leave;
        this.leadTime = new LeadTime(settings.leadDays());
    }

    /** @param demands the earliest first */
    Forecast against(List<Demand> demands, Instant now, Instant end, List<String> errors) {
        Map<Instant, Long> sent = outlook.sent(now);
        Map<String, Long> sentToday = outlook.sentByIdentity(day(now));
        Volumes due = new Volumes(sent);
        Room warmUps = new Room(Long.MAX_VALUE, due, days(now, sentToday), end);
        Room room = new Room(limit(outlook.quota()), new Volumes(sent), days(now, sentToday), end);
        List<ForecastRun> runs = new ArrayList<>();
        for (Demand demand : demands) {
            long warm = warmUps.turns(demand).getOrDefault(demand.at(), 0L);
            runs.add(run(demand, due.last24Hours(demand.at()), demand.recipients() - warm, room.turns(demand)));
        }
        LocalDate askBy = runs.stream()
                .filter(ForecastRun::overQuota)
                .findFirst()
                .map(run -> leadTime.askBy(day(run.at())))
                .orElse(null);
        return new Forecast(
                now,
                end,
                outlook.quota(),
                new Volumes(sent).last24Hours(now),
                leave.refusal().orElse(null),
                runs,
                askBy == null ? null : outlook.accountQuotaFor(most(runs)),
                askBy,
                askBy != null && askBy.isBefore(day(now)),
                errors);
    }

    private WarmUpDays days(Instant now, Map<String, Long> sentToday) {
        return new WarmUpDays((identity, date) -> limit(outlook.warmUp(identity, date)), day(now), sentToday);
    }

    private static long limit(@Nullable Long most) {
        return most == null ? Long.MAX_VALUE : most;
    }

    private ForecastRun run(Demand demand, long last24Hours, long lateByWarmUp, SortedMap<Instant, Long> turns) {
        String identity = demand.identity();
        long sent = turns.values().stream().mapToLong(Long::longValue).sum();
        return new ForecastRun(
                demand.run(),
                demand.campaign(),
                demand.state(),
                demand.at(),
                demand.recipients(),
                last24Hours,
                outlook.quota(),
                identity,
                identity == null ? null : outlook.warmUp(identity, day(demand.at())),
                demand.recipients() - turns.getOrDefault(demand.at(), 0L),
                lateByWarmUp,
                sent < demand.recipients() ? null : end(demand, turns));
    }

    private Instant end(Demand demand, SortedMap<Instant, Long> turns) {
        if (turns.isEmpty()) {
            return demand.at();
        }
        Instant last = turns.lastKey();
        return last.plus(duration(turns.getOrDefault(last, 0L)));
    }

    private Duration duration(long recipients) {
        Double perSecond = outlook.perSecond();
        return perSecond == null || perSecond == 0
                ? Duration.ZERO
                : Duration.ofSeconds((long) Math.ceil(recipients / perSecond));
    }

    private static long most(List<ForecastRun> runs) {
        return runs.stream()
                .filter(ForecastRun::overQuota)
                .mapToLong(ForecastRun::last24Hours)
                .max()
                .orElse(0);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
