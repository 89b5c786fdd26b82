package dev.postrider.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.postrider.definition.CampaignSettings;
import dev.postrider.definition.Campaigns;
import dev.postrider.template.TemplateLint;
import dev.postrider.template.TemplatePreview;
import dev.postrider.template.TemplateSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchFilesTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {4_000, 10_000, 50_000})
    void theHtmlHasTheLengthAskedForAndTheTextSaysTheSame(int bytes) throws IOException {
        BenchFiles.write(directory, bytes);

        var preview = new TemplatePreview(templates()).writeSample(BenchFiles.NAME, directory.resolve("preview"));

        assertThat(Files.size(preview.html())).isCloseTo(bytes, withinPercentage(10));
        assertThat(preview.text()).content().contains("Double experience", "Unsubscribe: ");
    }

    @Test
    void whatIsSentPassesTheChecksOfEveryCampaign() throws IOException {
        BenchFiles.write(directory, 10_000);

        assertThat(new TemplateLint(templates()).lint(BenchFiles.NAME)).isEmpty();
        assertThat(new Campaigns(new CampaignSettings(directory.resolve("jobs")))
                        .get(BenchFiles.NAME)
                        .template())
                .isEqualTo(BenchFiles.NAME);
    }

    private TemplateSettings templates() {
        return new TemplateSettings(directory.resolve("templates"), Locale.US);
    }
}
