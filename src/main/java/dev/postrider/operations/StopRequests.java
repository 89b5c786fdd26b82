package dev.postrider.operations;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which executions somebody asked to stop, or has closed: one lean query, where the job repository would load all of their steps. */
@Component
class StopRequests {

    private static final Logger log = LoggerFactory.getLogger(StopRequests.class);

    private final JdbcClient jdbc;
    private final String query;

    StopRequests(JdbcClient jdbc, @Value("${spring.batch.jdbc.table-prefix:BATCH_}") String prefix) {
        this.jdbc = jdbc;
        this.query = "select job_execution_id from " + prefix
                + "job_execution where job_execution_id in (:ids)"
                + " and (status in ('STOPPING', 'STOPPED') or end_time is not null)";
    }

    List<Long> among(Collection<Long> executions) {
        if (executions.isEmpty()) {
            return List.of();
        }
        try {
            return jdbc.sql(query).param("ids", executions).query(Long.class).list();
        } catch (DataAccessException e) {
            log.warn("could not look for requests to stop: {}", e.getMessage());
            return List.of();
        }
    }
}
