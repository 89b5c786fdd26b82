package dev.postrider.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.postgresql.PostgresDatabase;
import dev.postrider.postgresql.PostgresServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcProperties;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.core.io.DefaultResourceLoader;

class JobTablesIntegrationTests {

    private final PostgresDatabase database = PostgresServer.shared().database();

    @Test
    void areMadeOnceByProcessesThatStartAtTheSameTime() {
        List<CompletableFuture<Void>> starts = Stream.generate(() -> CompletableFuture.runAsync(this::make))
                .limit(8)
                .toList();
        starts.forEach(CompletableFuture::join);

        assertThat(names("r")).hasSize(6).contains("batch_job_instance", "batch_step_execution");
        assertThat(names("S")).hasSize(3);
        assertThat(names("i"))
                .contains(
                        "batch_job_execution_job_instance_id_idx",
                        "batch_job_execution_params_job_execution_id_idx",
                        "batch_step_execution_job_execution_id_idx");
    }

    @Test
    void areFoundByARoleThatMayMakeNone() {
        make();
        forbidMaking();

        make();

        assertThat(names("r")).hasSize(6);
    }

    @Test
    void areMissedByARoleThatMayMakeNone() {
        forbidMaking();

        assertThatThrownBy(this::make).rootCause().hasMessageContaining("permission denied for schema public");
    }

    private void forbidMaking() {
        database.jdbc()
                .sql("revoke create on schema public from pg_database_owner")
                .update();
    }

    private void make() {
        BatchJdbcProperties properties = new BatchJdbcProperties();
        properties.setInitializeSchema(DatabaseInitializationMode.ALWAYS);
        JobTables tables = new JobTables(database.dataSource(), properties, "BATCH_");
        tables.setResourceLoader(new DefaultResourceLoader());
        tables.initializeDatabase();
    }

    private List<String> names(String kind) {
        return database.jdbc()
                .sql("select relname from pg_class where relkind = ? and relname like 'batch%'")
                .param(kind)
                .query(String.class)
                .list();
    }
}
