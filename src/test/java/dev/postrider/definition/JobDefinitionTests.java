package dev.postrider.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JobDefinitionTests {

    private static final String GOOD = """
            job: inactivity
            schedule: { cron: "30 3 * * *", zone: Europe/Paris, grace: 12h }
            """;

    @TempDir
    private Path folder;

    @Test
    void isReadBesideCampaignsAndIsNone() throws IOException {
        write("inactivity.yml", GOOD);
        write("a.yml", CampaignDefinitionTests.LEAST.replace("least", "a"));

        assertThat(definitions().all())
                .extracting(ListedDefinition::definition)
                .contains(new JobDefinition(
                        "inactivity",
                        null,
                        new Schedule("30 3 * * *", ZoneId.of("Europe/Paris"), Duration.ofHours(12)),
                        GOOD));
        Campaigns campaigns = new Campaigns(new CampaignSettings(folder));
        assertThat(campaigns.all()).extracting(ListedCampaign::name).containsExactly("a");
        assertThatThrownBy(() -> campaigns.get("inactivity")).isInstanceOf(CampaignNotFound.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inactivity.yml | job: inactivity | job: inactivty | 1: job: there is no job 'inactivty', only
            inactivity.yml | 30 3 * * * | 0 0 30 2 * | 2: schedule.cron: '0 0 30 2 *' never fires
            inactivity.yml | Europe/Paris | Europe/Pariss | 2: schedule.zone: there is no time zone 'Europe/Pariss'
            inactivity.yml | schedule | shedule | 2: unknown key 'shedule'; did you mean 'schedule'?
            nightly.yml | job: inactivity | job: inactivity | 1: the job 'inactivity' must be in a file inactivity.yml
            """)
    void namesLineAndCause(String file, String given, String instead, String message) throws IOException {
        write(file, GOOD.replace(given, instead));

        assertThat(definitions().all())
                .singleElement()
                .extracting(ListedDefinition::error)
                .asString()
                .startsWith(folder.resolve(file) + ":" + message);
    }

    @Test
    void thoseThatAreShippedCanBeUsedAndTheSchemaHasTheKeysAndJobs() throws IOException {
        Path jobs = Path.of("jobs");
        JsonNode schema = new JsonMapper().readTree(jobs.resolve("job.schema.json"));

        assertThat(schema.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(JobReader.JOB);
        assertThat(schema.at("/properties/job/enum").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(JobDefinition.JOBS);
        for (String job : JobDefinition.JOBS) {
            Path file = jobs.resolve(job + ".yml");
            assertThat(Files.readString(file)).startsWith("# yaml-language-server: $schema=job.schema.json\n");
        }
        List<String> shipped = new Definitions(new CampaignSettings(jobs))
                .all().stream()
                        .map(ListedDefinition::definition)
                        .filter(JobDefinition.class::isInstance)
                        .map(job -> ((JobDefinition) job).job())
                        .toList();
        assertThat(shipped).containsExactlyElementsOf(JobDefinition.JOBS);
    }

    private Definitions definitions() {
        return new Definitions(new CampaignSettings(folder));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
