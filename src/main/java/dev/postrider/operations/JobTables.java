package dev.postrider.operations;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchDataSourceScriptDatabaseInitializer;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcProperties;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables of the job repository where they are absent. On PostgreSQL that is one transaction under a lock: of
 * several processes that start at once one makes all of them, and a role that may not make any finds them there. Other
 * databases get every statement each time, and refuse what they have.
 */
@Component
class JobTables extends BatchDataSourceScriptDatabaseInitializer {

    /** Whoever makes the tables holds this advisory lock; the number is "POSTRIDE" in ASCII. */
    private static final long LOCK = 0x504F_5354_5249_4445L;

    /** What a foreign key points from; PostgreSQL makes no index for that. */
    private static final List<String> FOREIGN_KEYS = List.of(
            "JOB_EXECUTION (JOB_INSTANCE_ID)",
            "JOB_EXECUTION_PARAMS (JOB_EXECUTION_ID)",
            "STEP_EXECUTION (JOB_EXECUTION_ID)");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String prefix;

    JobTables(
            DataSource dataSource,
            BatchJdbcProperties properties,
            @Value("${spring.batch.jdbc.table-prefix:BATCH_}") String prefix) {
        super(dataSource, properties);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.prefix = prefix;
    }

    @Override
    protected void runScripts(Scripts scripts) {
        if (!onPostgres()) {
            super.runScripts(scripts);
        } else if (absent()) {
            transaction.executeWithoutResult(status -> createUnlessDone(scripts));
        }
    }

    private boolean onPostgres() {
        ConnectionCallback<String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(jdbc.execute(product));
    }

    private boolean absent() {
        String table = jdbc.queryForObject("select to_regclass(?)::text", String.class, prefix + "JOB_INSTANCE");
        return table == null;
    }

    private void createUnlessDone(Scripts scripts) {
        jdbc.queryForList("select pg_advisory_xact_lock(?)", LOCK);
        if (absent()) {
            super.runScripts(scripts.continueOnError(false));
            FOREIGN_KEYS.forEach(columns -> jdbc.execute("create index on " + prefix + columns));
        }
    }
}
