package dev.postrider.operations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the job repository keeps of jobs that nobody has touched for long. */
@Component
public class JobArchive {

    private static final int PAGE = 100;

    private final JobRepository repository;
    private final Executions executions;
    private final Liveness liveness;
    private final JdbcClient jdbc;
    private final String query;

    JobArchive(
            JobRepository repository,
            Executions executions,
            Liveness liveness,
            JdbcClient jdbc,
            @Value("${spring.batch.jdbc.table-prefix:BATCH_}") String prefix) {
        this.repository = repository;
        this.executions = executions;
        this.liveness = liveness;
        this.jdbc = jdbc;
        this.query = "select i.job_instance_id from " + prefix + "job_instance i where i.job_instance_id > :after"
                + " and exists (select 1 from " + prefix
                + "job_execution e where e.job_instance_id = i.job_instance_id)"
                + " and not exists (select 1 from " + prefix
                + "job_execution e where e.job_instance_id = i.job_instance_id"
                + " and coalesce(e.last_updated, e.create_time) >= :before)"
                + " order by i.job_instance_id limit " + PAGE;
    }

    /**
     * The instances that were touched last before this instant and on which nobody works.
     *
     * @param mayGo is asked for each, by its job and parameters
     */
    public long count(Instant before, BiPredicate<String, Map<String, String>> mayGo) {
        return untouched(before, mayGo).count();
    }

    /**
     * Deletes up to {@value #PAGE} of those that {@link #count} counts, with their executions.
     *
     * @return how many; 0 when none are left
     */
    public long deleteSome(Instant before, BiPredicate<String, Map<String, String>> mayGo) {
        List<JobInstance> some = untouched(before, mayGo).limit(PAGE).toList();
        some.forEach(repository::deleteJobInstance);
        return some.size();
    }

    private Stream<JobInstance> untouched(Instant before, BiPredicate<String, Map<String, String>> mayGo) {
        LocalDateTime limit = LocalDateTime.ofInstant(before, ZoneId.systemDefault());
        return Stream.iterate(page(0, limit), page -> !page.isEmpty(), page -> page(page.get(page.size() - 1), limit))
                .flatMap(List::stream)
                .map(id -> Objects.requireNonNull(repository.getJobInstance(id)))
                .filter(instance -> unworked(executions.of(instance), mayGo));
    }

    private List<Long> page(long after, LocalDateTime before) {
        return jdbc.sql(query)
                .param("after", after)
                .param("before", before)
                .query(Long.class)
                .list();
    }

    private boolean unworked(List<JobExecution> all, BiPredicate<String, Map<String, String>> mayGo) {
        JobExecution last = all.get(0);
        return all.stream().noneMatch(liveness::worked)
                && mayGo.test(last.getJobInstance().getJobName(), JobViews.parameters(last.getJobParameters()));
    }
}
