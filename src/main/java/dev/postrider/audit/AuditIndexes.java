package dev.postrider.audit;

import dev.postrider.schema.NeededIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditIndexes {

    /** The newest entries. */
    @Bean
    NeededIndex auditByTime() {
        return NeededIndex.on("audit", AuditDocument.AT, AuditDocument.ID);
    }

    /** The newest entries of a run. */
    @Bean
    NeededIndex auditByRun() {
        return NeededIndex.on("audit", AuditDocument.RUN, AuditDocument.AT, AuditDocument.ID);
    }
}
