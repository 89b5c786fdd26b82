package dev.postrider.simulator.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message as SES would send it, already checked. */
public record EmailMessage(
        String from,
        Destination destination,
        Map<String, String> tags,
        Map<String, String> headers,
        @Nullable String configurationSet,
        Content content) {}
