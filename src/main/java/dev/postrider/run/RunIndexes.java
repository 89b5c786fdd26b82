package dev.postrider.run;

import dev.postrider.schema.NeededIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunIndexes {

    /** What every node looks for, each period. */
    @Bean
    NeededIndex runsByState() {
        return NeededIndex.on("runs", RunDocument.STATE, "createdAt");
    }

    /** The list of runs. */
    @Bean
    NeededIndex runsByAge() {
        return NeededIndex.on("runs", "createdAt");
    }

    /** What caps look for. */
    @Bean
    NeededIndex runsByTopic() {
        return NeededIndex.on("runs", RunDocument.TOPIC, RunDocument.RESTED_AT);
    }

    /** What housekeeping looks for. */
    @Bean
    NeededIndex runsByRest() {
        return NeededIndex.on("runs", RunDocument.STATE, RunDocument.RESTED_AT);
    }
}
