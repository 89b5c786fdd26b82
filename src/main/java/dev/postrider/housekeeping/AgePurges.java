package dev.postrider.housekeeping;

import dev.postrider.chore.OldChores;
import dev.postrider.ledger.OldLeases;
import dev.postrider.schedule.OldMissedSlots;
import dev.postrider.schedule.OldSchedules;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What goes when it is old enough, whatever else there is. */
@Configuration(proxyBeanMethods = false)
class AgePurges {

    @Bean
    @Order(5)
    Purge missedSlotPurge(OldMissedSlots slots, HousekeepingSettings settings, Clock clock) {
        return new AgePurge("missedSlots", settings.keepSlots(), clock, slots::count, slots::delete);
    }

    @Bean
    @Order(6)
    Purge chorePurge(OldChores chores, HousekeepingSettings settings, Clock clock) {
        return new AgePurge("chores", settings.keepSlots(), clock, chores::count, chores::delete);
    }

    @Bean
    @Order(7)
    Purge schedulePurge(OldSchedules schedules, HousekeepingSettings settings, Clock clock) {
        return new AgePurge("schedules", settings.keepSlots(), clock, schedules::count, schedules::delete);
    }

    @Bean
    @Order(8)
    Purge leasePurge(OldLeases leases, HousekeepingSettings settings, Clock clock) {
        return new AgePurge("leases", settings.keepUnused(), clock, leases::count, leases::delete);
    }
}
