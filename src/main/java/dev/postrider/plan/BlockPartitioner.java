package dev.postrider.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Divides a frozen plan into series of blocks. Names and bounds follow from the plan alone, so a restart finds the
 * partitions it left, whatever the number of threads is now.
 */
public final class BlockPartitioner implements Partitioner {

    /** First block of a partition, inclusive. */
    public static final String FIRST = "block.first";
    /** Last block of a partition, exclusive. */
    public static final String END = "block.end";

    private static final int MAX_PARTITIONS = 16;

    private final FrozenPlan plan;

    public BlockPartitioner(FrozenPlan plan) {
        this.plan = plan;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        int partitions = Math.min(plan.blocks(), MAX_PARTITIONS);
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        for (int i = 0; i < partitions; i++) {
            ExecutionContext context = new ExecutionContext();
            context.putInt(FIRST, bound(i, partitions));
            context.putInt(END, bound(i + 1, partitions));
            contexts.put("blocks" + i, context);
        }
        return contexts;
    }

    private int bound(int partition, int partitions) {
        return (int) ((long) plan.blocks() * partition / partitions);
    }
}
