package dev.postrider.inactivity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * Identity of an inactivity job.
 *
 * @param asOf the date up to whose beginning (UTC) the days without activity are counted
 * @param sequence 1 for the first job as of this date
 */
public record InactivityParameters(LocalDate asOf, int sequence) {

    private static final String AS_OF = "asOf";
    private static final String SEQUENCE = "sequence";

    public static InactivityParameters of(LocalDate asOf) {
        return new InactivityParameters(asOf, 1);
    }

    /** What the parameters of all jobs as of this date have in common. */
    public Map<String, String> ofAnySequence() {
        return Map.of(AS_OF, asOf.toString());
    }

    public InactivityParameters next() {
        return new InactivityParameters(asOf, sequence + 1);
    }

    public JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addString(AS_OF, asOf.toString())
                .addString(SEQUENCE, Integer.toString(sequence))
                .toJobParameters();
    }

    public static InactivityParameters from(Map<String, String> parameters) {
        return new InactivityParameters(
                LocalDate.parse(parameters.getOrDefault(AS_OF, "")),
                Integer.parseInt(parameters.getOrDefault(SEQUENCE, "1")));
    }

    static InactivityParameters from(JobParameters parameters) {
        Map<String, String> texts = new HashMap<>();
        parameters.forEach(parameter -> texts.put(parameter.name(), String.valueOf(parameter.value())));
        return from(texts);
    }
}
