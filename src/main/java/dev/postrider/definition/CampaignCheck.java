package dev.postrider.definition;

import java.util.Optional;

/** Looks at a campaign whose file is sound by itself; the rooms whose settings it may not go together with answer. */
@FunctionalInterface
public interface CampaignCheck {

    /** What its author should know, in one line. */
    Optional<String> warning(CampaignDefinition campaign);
}
