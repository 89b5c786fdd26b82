package dev.postrider.observability;

import dev.postrider.definition.Definitions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which files in the jobs folder are broken: each node's own. */
final class JobFileSamples implements Samples {

    private final Definitions definitions;
    private final MultiGauge gauge;

    JobFileSamples(MeterRegistry registry, Definitions definitions) {
        this.definitions = definitions;
        this.gauge = MultiGauge.builder("postrider.job.file.broken")
                .description("1 where the file of a campaign or job cannot be read")
                .register(registry);
    }

    @Override
    public void take() {
        Map<Tags, Integer> figures = new HashMap<>();
        definitions
                .all()
                .forEach(file -> figures.put(Tags.of(RunSamples.CAMPAIGN, file.name()), file.error() == null ? 0 : 1));
        gauge.register(RunSamples.rows(figures), true);
    }

    @Override
    public void forget() {
        gauge.register(List.of(), true);
    }
}
