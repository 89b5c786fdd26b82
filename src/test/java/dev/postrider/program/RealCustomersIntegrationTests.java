package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CDNOW customers, where the folder with them lies beside the project: import, inactivity, one campaign. */
class RealCustomersIntegrationTests {

    private static final Path DATA =
            Path.of("../shared/data/cdnow").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void dataIsThere() {
        assumeTrue(
                Files.exists(DATA.resolve("customers.csv")), "skipped: " + DATA + " with the real customers is absent");
    }

    @Test
    void figuresAreThoseThatAnotherProgramComputed() throws Exception {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(DATA.resolve("expected.json")));
        int customers = expected.get("customers").asInt();
        JsonNode segment = expected.get("segment");
        try (Site site = new Site(folder)) {
            JsonNode imported =
                    site.json("import", DATA.resolve("customers.csv").toString());
            assertThat(imported.get("read").asInt()).isEqualTo(customers);
            assertThat(imported.get("imported").asInt()).isEqualTo(customers);
            assertThat(imported.get("rejected").asInt()).isZero();

            JsonNode inactivity =
                    site.json("inactivity", "--as-of", expected.get("asOf").asString());
            assertThat(inactivity.get("stages")).isEqualTo(expected.get("inactivity"));

            loyaltyForTheActive(site);
            JsonNode run = site.json("campaign", "run", "loyalty", "--slot", Site.SLOT, "--as-of", "1998-07-01");
            int recipients = segment.get("recipients").asInt();
            assertThat(run.get("planned").asInt()).isEqualTo(recipients);
            assertThat(run.get("sent").asInt()).isEqualTo(recipients);

            assertThat(site.simulator().stats().accepted()).isEqualTo(recipients);
            assertThat(site.accepted()).hasSize(recipients);
            assertThat(byMailbox(site)).isEqualTo(counts(segment.get("byMailbox")));
        }
    }

    private static void loyaltyForTheActive(Site site) {
        site.write("jobs/loyalty.yml", """
                campaign: loyalty
                from: rewards@mail.example.com
                template: loyalty
                segment:
                  lastActiveAt: { $gt: { daysAgo: 90 } }
                  attributes.spent: { $gte: 100 }
                """);
        site.write("templates/loyalty/subject.ftl", "Thank you, ${recipient.id}");
        site.write("templates/loyalty/body.ftlh", """
                <p>You spent ${attributes.spent} dollars in ${attributes.orders} orders.</p>
                <p><a href="${unsubscribeUrl}">Unsubscribe</a></p>
                """);
    }

    private static Map<String, Long> byMailbox(Site site) {
        return site.messages().stream()
                .map(message -> message.get("to").get(0).asString())
                .map(address -> address.substring(0, address.indexOf('+')))
                .collect(Collectors.groupingBy(mailbox -> mailbox, Collectors.counting()));
    }

    private static Map<String, Long> counts(JsonNode counts) {
        return List.copyOf(counts.propertyNames()).stream()
                .collect(Collectors.toMap(name -> name, name -> counts.get(name).asLong()));
    }
}
