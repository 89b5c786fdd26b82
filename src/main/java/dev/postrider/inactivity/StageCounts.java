package dev.postrider.inactivity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Recipients counted by stage.
 *
 * @param byStage {@code active} and each stage's days
 * @param undated who have neither activity nor sign-up
 * @param written whose mark has been changed
 */
record StageCounts(Map<String, Long> byStage, long undated, long written) {

    private static final String ACTIVE = "active";
    private static final String PREFIX = "inactivity.";
    private static final String UNDATED = PREFIX + "undated";
    private static final String WRITTEN = PREFIX + "written";

    static StageCounts none(Stages stages) {
        Map<String, Long> none = new LinkedHashMap<>();
        none.put(ACTIVE, 0L);
        stages.days().forEach(days -> none.put(String.valueOf(days), 0L));
        return new StageCounts(none, 0, 0);
    }

    StageCounts plus(List<? extends Finding> findings, int written) {
        Map<String, Long> sum = new LinkedHashMap<>(byStage);
        long withoutDate = 0;
        for (Finding finding : findings) {
            if (finding.dated()) {
                sum.merge(finding.stage() == null ? ACTIVE : finding.stage().toString(), 1L, Long::sum);
            } else {
                withoutDate++;
            }
        }
        return new StageCounts(sum, undated + withoutDate, this.written + written);
    }

    StageCounts plus(StageCounts other) {
        Map<String, Long> sum = new LinkedHashMap<>(byStage);
        other.byStage.forEach((stage, count) -> sum.merge(stage, count, Long::sum));
        return new StageCounts(sum, undated + other.undated, written + other.written);
    }

    /** The counts in the context, of the stages that these have. */
    StageCounts readFrom(ExecutionContext context) {
        Map<String, Long> read = new LinkedHashMap<>();
        byStage.keySet().forEach(stage -> read.put(stage, context.getLong(PREFIX + stage, 0)));
        return new StageCounts(read, context.getLong(UNDATED, 0), context.getLong(WRITTEN, 0));
    }

    void writeTo(ExecutionContext context) {
        byStage.forEach((stage, count) -> context.putLong(PREFIX + stage, count));
        context.putLong(UNDATED, undated);
        context.putLong(WRITTEN, written);
    }
}
