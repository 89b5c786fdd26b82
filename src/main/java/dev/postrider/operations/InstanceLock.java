package dev.postrider.operations;

import java.util.function.Supplier;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one process at a time decide who works on a job instance: it holds the instance's row until the decision is there. */
@Component
class InstanceLock {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String query;

    InstanceLock(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${spring.batch.jdbc.table-prefix:BATCH_}") String prefix) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.query = "select job_instance_id from " + prefix + "job_instance where job_instance_id = :id for update";
    }

    /** The decision reads and writes the job repository in one transaction with the lock. */
    <T> T decide(JobInstance instance, Supplier<T> decision) {
        return transaction.execute(status -> {
            jdbc.sql(query).param("id", instance.getId()).query(Long.class).single();
            return decision.get();
        });
    }
}
