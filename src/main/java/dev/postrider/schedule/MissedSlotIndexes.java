package dev.postrider.schedule;

import dev.postrider.schema.NeededIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MissedSlotIndexes {

    /** The recent ones are counted for metrics. */
    @Bean
    NeededIndex missedSlotsByTime() {
        return NeededIndex.on("missedSlots", "notedAt");
    }
}
