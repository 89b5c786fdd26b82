package dev.postrider.campaign;

import java.nio.file.Path;

/** No file defines the campaign. */
public final class CampaignNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CampaignNotFound(String campaign, Path file) {
        super("there is no campaign '" + campaign + "': " + file + " does not exist");
    }
}
