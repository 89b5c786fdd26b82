package dev.postrider.inactivity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code postrider.inactivity}.
 *
 * @param stages days without activity after which a recipient is marked, ascending
 * @param partitions ranges of recipients that are worked on at the same time
 */
@ConfigurationProperties("postrider.inactivity")
public record InactivitySettings(
        @DefaultValue({"90", "120", "180"}) List<Integer> stages,
        @DefaultValue("4") int partitions) {

    private static final int MAX_PARTITIONS = 256;

    public InactivitySettings {
        stages = List.copyOf(stages);
        boolean ascending = stages.stream().sorted().distinct().toList().equals(stages);
        if (stages.isEmpty() || stages.get(0) < 1 || !ascending) {
            throw new IllegalArgumentException("postrider.inactivity.stages are days, ascending, not " + stages);
        }
        if (partitions < 1 || partitions > MAX_PARTITIONS) {
            throw new IllegalArgumentException("postrider.inactivity.partitions is 1 to " + MAX_PARTITIONS);
        }
    }
}
