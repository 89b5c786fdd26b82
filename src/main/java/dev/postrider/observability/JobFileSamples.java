package dev.postrider.observability;

import dev.postrider.definition.Definitions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/** Which files in the jobs folder are broken: each node's own. */
final class JobFileSamples implements Samples {

    private final Definitions definitions;
    private final SampledGauge gauge;

    JobFileSamples(MeterRegistry registry, Definitions definitions) {
        this.definitions = definitions;
        this.gauge = new SampledGauge(
                registry, "postrider.job.file.broken", "1 where the file of a campaign or job cannot be read");
    }

    @Override
    public void take() {
        Map<Tags, Integer> figures = new HashMap<>();
        definitions
                .all()
                .forEach(file -> figures.put(Tags.of(RunSamples.CAMPAIGN, file.name()), file.error() == null ? 0 : 1));
        gauge.set(figures);
    }

    @Override
    public void forget() {
        gauge.clear();
    }
}
