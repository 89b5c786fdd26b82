package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run that needs a second person's yes. */
@Tag("mongodb")
class ApprovalIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void aLargeRunWaitsForAnotherPersonAndIsAskedForOnce() {
        try (Site site = new Site(folder).recipients(60)) {
            site.write("jobs/loyalty.yml", """
                    campaign: loyalty
                    from: rewards@mail.example.com
                    template: loyalty
                    segment: {}
                    approval: { above: 59 }
                    """);

            Program asked = as(site, "one", "campaign", "run", "loyalty", "--slot", Site.SLOT)
                    .expectExit(3);
            assertThat(asked.json().get("state").asString()).isEqualTo("AWAITING_APPROVAL");
            assertThat(asked.json().get("planned").asInt()).isEqualTo(60);
            assertThat(asked.errors())
                    .contains("it has 60 recipients: somebody else has to approve it", "postrider run approve");
            assertThat(as(site, "one", "run", "approve", Site.RUN).expectExit(1).errors())
                    .contains("run '" + Site.RUN + "' was asked for by one: somebody else has to approve it")
                    .doesNotContain("\tat ");
            as(site, "two", "run", "resume", Site.RUN).expectExit(3);
            assertThat(site.messages()).isEmpty();

            JsonNode approved =
                    as(site, "two", "run", "approve", Site.RUN).expectExit(0).json();
            assertThat(approved.get("planned").asInt()).isEqualTo(60);
            assertThat(approved.get("estimate").get("messages").asInt()).isEqualTo(60);
            JsonNode sent =
                    as(site, "one", "run", "resume", Site.RUN).expectExit(0).json();

            assertThat(sent.get("sent").asInt()).isEqualTo(60);
            Deliveries.check(site, 60, 0);
        }
    }

    private static Program as(Site site, String person, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--json");
        arguments.add("--postrider.audit.operator=" + person);
        return site.start(List.of(), arguments.toArray(String[]::new));
    }
}
