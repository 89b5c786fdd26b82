package dev.postrider.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.LongProof;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4: a relaunch continues with the same recipients, definition and template bytes. */
@Tag("mongodb")
class EditedFilesIntegrationTests {

    @TempDir
    private Path folder;

    @Test
    void filesEditedAndRecipientsAddedInTheMiddleDoNotReachTheRun() {
        try (Site site = new Site(folder).recipients(600)) {
            site.run(BreakingPoint.SENT.property("KILL", 2)).expectKilled();
            var late = site.collection("recipients").find().first();
            assertThat(late).isNotNull();
            site.collection("recipients").insertOne(late.append("_id", "late"));
            site.template("Something else");
            site.write("jobs/loyalty.yml", "campaign: loyalty\nfrom: other@mail.example.com\ntemplate: other\n");

            continuesAsItBegan(site);
            assertThat(site.ledger()).doesNotContainKey("late");
        }
    }

    @LongProof
    @Test
    void filesDeletedInTheMiddleDoNotReachTheRun() {
        try (Site site = new Site(folder).recipients(600)) {
            site.run(BreakingPoint.APPENDED.property("KILL", 4)).expectKilled();
            site.delete("templates/loyalty/body.ftlh");
            site.delete("templates/loyalty/subject.ftl");
            site.delete("jobs/loyalty.yml");

            continuesAsItBegan(site);
        }
    }

    private static void continuesAsItBegan(Site site) {
        var report = site.run().expectExit(0).json();

        assertThat(report.get("planned").asInt()).isEqualTo(600);
        assertThat(site.accepted().values()).containsOnly(1L);
        assertThat(site.messages())
                .allSatisfy(
                        message -> assertThat(message.get("subject").asString()).startsWith("Coins for you, Player"));
    }
}
