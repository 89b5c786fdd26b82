package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedTemplatesTests {

    private static final TemplateSettings SETTINGS = new TemplateSettings(Path.of("templates"), Locale.US);

    @Test
    void shipsTheTwoCampaigns() {
        assertThat(new TemplateLint(SETTINGS).names()).containsExactly("we-miss-you", "weekly-loyalty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weekly-loyalty", "we-miss-you"})
    void lintFindsNothing(String name) {
        assertThat(new TemplateLint(SETTINGS).lint(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weekly-loyalty", "we-miss-you"})
    void previewWritesAllParts(String name, @TempDir Path directory) {
        PreviewFiles files = new TemplatePreview(SETTINGS).writeSample(name, directory);
        assertThat(files.html()).content().startsWith("<!DOCTYPE html>").contains("v1.k1.c2FtcGxl");
        assertThat(files.text()).content().contains("Unsubscribe").contains("v1.k1.c2FtcGxl");
        assertThat(files.subject()).content().contains("coins");
    }
}
