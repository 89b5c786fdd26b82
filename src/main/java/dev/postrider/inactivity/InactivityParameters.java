package dev.postrider.inactivity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * Identity of an inactivity job.
 *
 * @param asOf the date up to whose beginning (UTC) the days without activity are counted
 * @param slot that a schedule launched, null for a job that a person did
 * @param sequence 1 for the first job as of this date and slot
 */
public record InactivityParameters(LocalDate asOf, @Nullable Instant slot, int sequence) {

    private static final String AS_OF = "asOf";
    private static final String SLOT = "slot";
    private static final String SEQUENCE = "sequence";
    private static final String NO_SLOT = "none";

    /** Of a job that a person launches. */
    public static InactivityParameters of(LocalDate asOf) {
        return new InactivityParameters(asOf, null, 1);
    }

    /** As of the slot's day in the zone. */
    static InactivityParameters of(Instant slot, ZoneId zone) {
        return new InactivityParameters(LocalDate.ofInstant(slot, zone), slot, 1);
    }

    /** What the parameters of all jobs as of this date and slot have in common. */
    public Map<String, String> ofAnySequence() {
        return Map.of(AS_OF, asOf.toString(), SLOT, slotText());
    }

    public InactivityParameters next() {
        return new InactivityParameters(asOf, slot, sequence + 1);
    }

    public JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addString(AS_OF, asOf.toString())
                .addString(SLOT, slotText())
                .addString(SEQUENCE, Integer.toString(sequence))
                .toJobParameters();
    }

    private String slotText() {
        return slot == null ? NO_SLOT : slot.toString();
    }

    public static InactivityParameters from(Map<String, String> parameters) {
        String slot = parameters.getOrDefault(SLOT, NO_SLOT);
        return new InactivityParameters(
                LocalDate.parse(parameters.getOrDefault(AS_OF, "")),
                slot.equals(NO_SLOT) ? null : Instant.parse(slot),
                Integer.parseInt(parameters.getOrDefault(SEQUENCE, "1")));
    }

    static InactivityParameters from(JobParameters parameters) {
        Map<String, String> texts = new HashMap<>();
        parameters.forEach(parameter -> texts.put(parameter.name(), String.valueOf(parameter.value())));
        return from(texts);
    }
}
