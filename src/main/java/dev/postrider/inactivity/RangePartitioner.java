package dev.postrider.inactivity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition a frozen range; the number that Batch asks for does not matter. */
class RangePartitioner implements Partitioner {

    private static final String FROM = "range.from";
    private static final String TO = "range.to";

    private final List<String> bounds;

    RangePartitioner(List<String> bounds) {
        this.bounds = bounds;
    }

    /** The ranges that {@link RangesTasklet} froze in the job's context. */
    static RangePartitioner frozenIn(ExecutionContext job) {
        return new RangePartitioner(
                job.get(InactivityJob.BOUNDS) instanceof List<?> bounds
                        ? bounds.stream().map(String::valueOf).toList()
                        : List.of());
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (int i = 0; i <= bounds.size(); i++) {
            ExecutionContext context = new ExecutionContext();
            if (i > 0) {
                context.putString(FROM, bounds.get(i - 1));
            }
            if (i < bounds.size()) {
                context.putString(TO, bounds.get(i));
            }
            partitions.put("range" + i, context);
        }
        return partitions;
    }

    static IdRange range(ExecutionContext context) {
        return new IdRange(
                context.containsKey(FROM) ? context.getString(FROM) : null,
                context.containsKey(TO) ? context.getString(TO) : null);
    }
}
