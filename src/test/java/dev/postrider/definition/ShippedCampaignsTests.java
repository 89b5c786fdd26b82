package dev.postrider.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedCampaignsTests {

    private static final Path JOBS = Path.of("jobs");
    private static final JsonNode SCHEMA = new JsonMapper().readTree(JOBS.resolve("campaign.schema.json"));

    @Test
    void allCanBeUsed() {
        List<ListedCampaign> all = new Campaigns(new CampaignSettings(JOBS)).all();

        assertThat(all).extracting(ListedCampaign::error).containsOnlyNulls();
        assertThat(all).extracting(ListedCampaign::name).contains("weekly-loyalty", "we-miss-you");
    }

    @Test
    void allUseTemplatesThatAreShipped() {
        assertThat(new Campaigns(new CampaignSettings(JOBS)).all())
                .allSatisfy(campaign ->
                        assertThat(Path.of("templates", template(campaign))).isDirectory());
    }

    private static String template(ListedCampaign campaign) {
        CampaignDefinition definition = campaign.definition();
        return definition == null ? "" : definition.template();
    }

    @Test
    void allNameTheSchema() throws Exception {
        for (ListedCampaign campaign : new Campaigns(new CampaignSettings(JOBS)).all()) {
            assertThat(Files.readString(JOBS.resolve(campaign.name() + ".yml")))
                    .startsWith("# yaml-language-server: $schema=campaign.schema.json\n");
        }
    }

    @Test
    void theSchemaHasTheKeysThatAreRead() {
        assertThat(names(SCHEMA)).containsExactlyInAnyOrderElementsOf(CampaignReader.CAMPAIGN);
        CampaignReader.NESTED.forEach((key, nested) -> {
            JsonNode schema = SCHEMA.get("properties").get(key);
            assertThat(names(schema)).as(key).containsExactlyInAnyOrderElementsOf(nested);
            assertThat(schema.get("additionalProperties").asBoolean()).as(key).isFalse();
        });
    }

    @Test
    void theSchemaRequiresWhatIsRequired() {
        List<String> required = new ArrayList<>();
        SCHEMA.get("required").forEach(name -> required.add(name.asString()));

        assertThat(CampaignDefinitionTests.LEAST.lines().map(line -> line.split(":", 2)[0]))
                .containsExactlyInAnyOrderElementsOf(required);
    }

    /** What the schema's pattern says of a value, and what reading it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /properties/campaign/pattern | campaign: weekly-loyalty | weekly-loyalty, a, 9-lives | Weekly, -a, a_b, a b
            /properties/template/pattern | template: weekly-loyalty | weekly-loyalty, A_b | ../a, -a, a.b
            /properties/rollout/properties/first/pattern | first: 2% | 2%, 0.5 %, 99.5% | 2, %, -2%, 100%
            /definitions/duration/pattern | grace: 6h | 6h, 1d12h, 90s, 30m | 6, h, 6 h, PT6H, 1h1d
            """)
    void theSchemaAllowsTheValuesThatAreRead(String pointer, String pair, String good, String bad) {
        Pattern pattern = Pattern.compile(SCHEMA.at(pointer).asString());
        String key = pair.split(":", 2)[0];

        for (String value : good.split(", ", -1)) {
            assertThat(pattern.matcher(value).find()).as(value).isTrue();
            assertThat(isRead(pair, key + ": \"" + value + "\"")).as(value).isTrue();
        }
        for (String value : bad.split(", ", -1)) {
            assertThat(pattern.matcher(value).find()).as(value).isFalse();
            assertThat(isRead(pair, key + ": \"" + value + "\"")).as(value).isFalse();
        }
    }

    private static boolean isRead(String pair, String instead) {
        try {
            return CampaignDefinition.parse("x.yml", CampaignDefinitionTests.FULL.replace(pair, instead)) != null;
        } catch (InvalidCampaign e) {
            return false;
        }
    }

    @Test
    void theSchemaHasTheFieldsOfASegment() {
        List<String> fields =
                new ArrayList<>(SCHEMA.at("/definitions/filter/properties").propertyNames());
        fields.removeIf(field -> field.startsWith("$"));

        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(CampaignDefinition.parse(
                                "x.yml",
                                CampaignDefinitionTests.LEAST.replace("{}", "{ " + field + ": { $exists: true } }")))
                        .isNotNull());
    }

    private static List<String> names(JsonNode schema) {
        return List.copyOf(schema.get("properties").propertyNames());
    }
}
