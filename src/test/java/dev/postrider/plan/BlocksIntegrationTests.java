package dev.postrider.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.postrider.embedded.TestMongo;
import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

@Tag("mongodb")
class BlocksIntegrationTests {

    private static final RunId RUN = new RunId("weekly-loyalty@20261124T090000Z");

    private final Blocks blocks = new Blocks(TestMongo.template());

    @Test
    void keepsEveryIdInOrder() {
        List<RecipientId> ids = ids(12_001);
        FrozenPlan plan = freeze(ids, 1);

        assertThat(plan.planned()).isEqualTo(12_001);
        assertThat(readAll(plan)).isEqualTo(ids);
    }

    @Test
    void blocksOfABrokenPlanAreNotRead() {
        BlockWriter broken = new BlockWriter(blocks, RUN, 1);
        ids(6_000).forEach(broken::add);

        FrozenPlan plan = freeze(ids(10), 2);

        assertThat(readAll(plan)).isEqualTo(ids(10));
    }

    @Test
    void saysWhichBlockIsMissing() {
        FrozenPlan plan = freeze(ids(10), 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> blocks.read(plan, 7))
                .withMessageContaining(RUN + "|1|000007");
    }

    @Test
    void partitionsCoverEveryBlockOnceWhateverTheGridSize() {
        for (int count : new int[] {0, 1, 15, 16, 17, 1000}) {
            BlockPartitioner partitioner = new BlockPartitioner(new FrozenPlan(RUN, 1, count, count * 5_000L));
            Map<String, ExecutionContext> partitions = partitioner.partition(2);
            List<Integer> covered = new ArrayList<>();
            for (ExecutionContext bounds : partitions.values()) {
                for (int b = bounds.getInt(BlockPartitioner.FIRST); b < bounds.getInt(BlockPartitioner.END); b++) {
                    covered.add(b);
                }
            }
            assertThat(covered).hasSize(count).doesNotHaveDuplicates();
            assertThat(partitioner.partition(64)).isEqualTo(partitions);
        }
    }

    private FrozenPlan freeze(List<RecipientId> ids, long epoch) {
        BlockWriter writer = new BlockWriter(blocks, RUN, epoch);
        ids.forEach(writer::add);
        return writer.close();
    }

    private List<RecipientId> readAll(FrozenPlan plan) {
        List<RecipientId> read = new ArrayList<>();
        for (int block = 0; block < plan.blocks(); block++) {
            read.addAll(blocks.read(plan, block));
        }
        return read;
    }

    private static List<RecipientId> ids(int count) {
        List<RecipientId> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(new RecipientId(String.format("%07d", i)));
        }
        return ids;
    }
}
