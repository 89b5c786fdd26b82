package dev.postrider.definition;

import java.nio.file.Path;
import java.util.Collection;

/** No file defines the campaign. */
public final class CampaignNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CampaignNotFound(String campaign, Path folder, Collection<String> known) {
        super("there is no campaign '" + campaign.lines().findFirst().orElse("") + "' in " + folder
                + Nearest.question(campaign, known));
    }
}
