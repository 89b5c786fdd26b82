package dev.postrider.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Repository;

/** The campaigns that the files in {@code jobs/} define, read anew at each call. */
@Repository
public class Campaigns {

    private final Path directory;

    Campaigns(CampaignSettings settings) {
        this.directory = settings.jobsDir();
    }

    /** @throws CampaignNotFound when no file has this name */
    public CampaignDefinition get(String campaign) {
        Path file = directory.resolve(campaign + ".yml");
        if (!Files.isRegularFile(file)) {
            throw new CampaignNotFound(campaign, file);
        }
        try {
            return CampaignDefinition.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
