package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people get wrong: one clear line, exit code 1, and nothing half done. */
@Tag("mongodb")
class BadInputIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void aCampaignThatDoesNotExist() {
        try (Site site = new Site(folder).recipients(1)) {
            refused(site, campaign(site, "loyalti"), "loyalti");
        }
    }

    @Test
    void aTypingErrorInTheCampaignIsNamedWithItsLine() {
        try (Site site = new Site(folder).recipients(1)) {
            site.write("jobs/loyalty.yml", "campaign: loyalty\nfrom: a@example.com\ntemplat: loyalty\nsegment: {}\n");

            refused(site, site.run(), "loyalty.yml:3");
        }
    }

    @Test
    void anOperatorThatIsNotAllowedInASegment() {
        try (Site site = new Site(folder).recipients(1)) {
            site.write(
                    "jobs/loyalty.yml",
                    "campaign: loyalty\nfrom: a@example.com\ntemplate: loyalty\nsegment: { $where: 'true' }\n");

            refused(site, site.run(), "$where");
        }
    }

    @Test
    void aTemplateThatIsMissing() {
        try (Site site = new Site(folder).recipients(1)) {
            site.delete("templates/loyalty/body.ftlh");

            refused(site, site.run(), "body.ftlh");
        }
    }

    @Test
    void aSenderThatIsNotVerifiedHoldsTheRunAndRejectsNobody() {
        try (Site site = new Site(folder, options -> options.with("unverifiedIdentities", Set.of("mail.example.com")))
                .recipients(10)) {
            Program program = site.run();

            program.expectExit(3);
            assertThat(program.errors()).contains("mail.example.com").doesNotContain("\tat ");
            assertThat(site.ledger()).isEmpty();
        }
    }

    @Test
    void moreThanOneInAHundredRendersThatFailStopTheRun() {
        try (Site site = new Site(folder).recipients(300)) {
            site.write("templates/loyalty/subject.ftl", "You have ${attributes.coins} coins");

            Program program = site.run().expectExit(1);

            assertThat(program.errors()).contains("could not be rendered", "attributes.coins");
            assertThat(site.messages()).isEmpty();
        }
    }

    @Test
    void aRecipientWhoseRenderFailsIsSkippedWithTheReasonAndTheRunGoesOn() {
        try (Site site = new Site(folder).recipients(300)) {
            site.write(
                    "templates/loyalty/subject.ftl",
                    "<#if recipient.id == 'r00007'>${attributes.coins}<#else>Coins</#if>");

            JsonNode report = site.run().expectExit(0).json();

            assertThat(report.get("sent").asInt()).isEqualTo(299);
            assertThat(report.get("skipped").get("render-failed").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aSegmentThatMatchesNobodyIsARunThatEndsWell() {
        try (Site site = new Site(folder)) {
            JsonNode report = site.run().expectExit(0).json();

            assertThat(report.get("state").asString()).isEqualTo("COMPLETED");
            assertThat(report.get("planned").asInt()).isZero();
        }
    }

    private static Program campaign(Site site, String name) {
        return site.start(List.of(), "campaign", "run", name, "--slot", Site.SLOT);
    }

    private static void refused(Site site, Program program, String cause) {
        program.expectExit(1);
        assertThat(program.errors()).contains(cause).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(site.messages()).isEmpty();
        assertThat(site.ledger()).isEmpty();
    }
}
