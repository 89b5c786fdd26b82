package dev.postrider.chore;

import dev.postrider.schema.NeededIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChoreIndexes {

    /** What every node looks for, each period. */
    @Bean
    NeededIndex choresByState() {
        return NeededIndex.on("chores", "state", "_id");
    }
}
