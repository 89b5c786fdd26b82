package dev.postrider.render;

import dev.postrider.plan.BlockPartitioner;
import dev.postrider.plan.Blocks;
import dev.postrider.plan.FrozenPlan;
import dev.postrider.plan.Share;
import dev.postrider.recipient.RecipientId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the blocks of one partition slice by slice, the first ones small so that delivery has something to do soon; the
 * checkpoint is block and offset. Not thread-safe.
 */
class SliceReader implements ItemStreamReader<Slice> {

    private static final String BLOCK = "slice.block";
    private static final String OFFSET = "slice.offset";
    private static final int FIRST_SLICE = 50;

    private final Blocks blocks;
    private final FrozenPlan plan;
    private final @Nullable Share mailedBefore;
    private final int largest;
    private int size;
    private int end;
    private int block;
    private int offset;
    private List<RecipientId> ids = List.of();
    private int loaded = -1;

    SliceReader(Blocks blocks, RenderOrder order, int sliceSize) {
        this.blocks = blocks;
        this.plan = order.plan();
        this.mailedBefore = order.mailedBefore();
        this.largest = sliceSize;
        this.size = Math.min(FIRST_SLICE, sliceSize);
    }

    @Override
    public void open(ExecutionContext context) {
        end = context.getInt(BlockPartitioner.END);
        block = context.getInt(BLOCK, context.getInt(BlockPartitioner.FIRST));
        offset = context.getInt(OFFSET, 0);
    }

    @Override
    public @Nullable Slice read() {
        while (block < end) {
            if (loaded != block) {
                ids = toRender(blocks.read(plan, block));
                loaded = block;
            }
            if (offset < ids.size()) {
                return slice();
            }
            block++;
            offset = 0;
        }
        return null;
    }

    private List<RecipientId> toRender(List<RecipientId> planned) {
        return mailedBefore == null
                ? planned
                : planned.stream().filter(id -> !mailedBefore.has(id)).toList();
    }

    private Slice slice() {
        int to = Math.min(offset + size, ids.size());
        Slice slice = new Slice(ids.subList(offset, to));
        offset = to;
        size = Math.min(size * 2, largest);
        return slice;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(BLOCK, block);
        context.putInt(OFFSET, offset);
    }
}
