package dev.postrider.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsTests {

    @TempDir
    Path folder;

    private Campaigns campaigns() {
        return new Campaigns(new CampaignSettings(folder));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String definitionOf(String campaign) {
        return CampaignDefinitionTests.LEAST.replace("least", campaign);
    }

    @Test
    void readsAFileAnewAtEachCall() throws IOException {
        write("a.yml", definitionOf("a"));
        Campaigns campaigns = campaigns();
        assertThat(campaigns.get("a").template()).isEqualTo("weekly-loyalty");

        write("a.yml", definitionOf("a").replace("weekly-loyalty", "other"));

        assertThat(campaigns.get("a").template()).isEqualTo("other");
    }

    @Test
    void aBrokenFileDoesNotHideTheOthers() throws IOException {
        write("b.yml", "campaign: b\nform: x\n");
        write("a.yml", definitionOf("a"));
        write("notes.txt", "not a campaign");
        write("campaign.schema.json", "{}");

        List<ListedCampaign> all = campaigns().all();

        assertThat(all).extracting(ListedCampaign::name).containsExactly("a", "b");
        assertThat(all.get(0).definition()).isEqualTo(campaigns().get("a"));
        assertThat(all.get(1).error())
                .isEqualTo(folder.resolve("b.yml") + ":2: unknown key 'form'; did you mean 'from'?");
        assertThatThrownBy(() -> campaigns().get("b")).isInstanceOf(InvalidCampaign.class);
    }

    @Test
    void twoFilesCannotDefineOneCampaign() throws IOException {
        write("a.yml", definitionOf("a"));
        write("copy.yml", "# a copy\n" + definitionOf("a"));
        write("b.yaml", definitionOf("b"));

        assertThat(campaigns().all())
                .extracting(ListedCampaign::error)
                .containsExactly(
                        null,
                        folder.resolve("b.yaml") + ":1: the file's name must end in .yml",
                        folder.resolve("copy.yml") + ":2: the campaign 'a' is defined in " + folder.resolve("a.yml")
                                + " already");
    }

    @Test
    void aFileIsNamedAfterItsCampaign() throws IOException {
        write("b.yml", definitionOf("a"));

        assertThatThrownBy(() -> campaigns().get("b"))
                .hasMessage(folder.resolve("b.yml") + ":1: the campaign 'a' must be in a file a.yml");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(folder.resolve("a.yml"), new byte[] {'a', '\n', 'b', ':', ' ', (byte) 0xff});

        assertThatThrownBy(() -> campaigns().get("a"))
                .hasMessage(folder.resolve("a.yml") + ":2: the text is not UTF-8");
    }

    @Test
    void suggestsTheCampaignThatWasMeant() throws IOException {
        write("weekly-loyalty.yml", definitionOf("weekly-loyalty"));

        assertThatThrownBy(() -> campaigns().get("weekly-loyalti"))
                .isInstanceOf(CampaignNotFound.class)
                .hasMessage("there is no campaign 'weekly-loyalti' in " + folder + "; did you mean 'weekly-loyalty'?");
        assertThatThrownBy(() -> campaigns().get("../weekly-loyalty")).isInstanceOf(CampaignNotFound.class);
    }

    @Test
    void saysThatTheFolderIsMissing() {
        Campaigns nowhere = new Campaigns(new CampaignSettings(folder.resolve("none")));

        assertThatThrownBy(nowhere::all)
                .isInstanceOf(JobsFolderNotFound.class)
                .hasMessage("the jobs folder " + folder.resolve("none")
                        + " cannot be read (postrider.jobs-dir): it does not exist");
    }
}
