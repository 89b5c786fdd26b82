package dev.postrider.cli.loadtest;

import dev.postrider.launch.Embedding;
import dev.postrider.launch.InvalidArguments;
import dev.postrider.launch.StoreSource;
import dev.postrider.ses.SesTransportKind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How messages go to SES, where it is not as configured. */
final class TransportOption {

    private static final String PROPERTY = "postrider.ses.transport";
    private static final String CONNECTIONS = "postrider.ses.max-connections";
    private static final int USUAL_CONNECTIONS = 64;

    @Option(
            names = "--transport",
            paramLabel = "bulk|single",
            description = "Many messages a request or one (as configured: " + PROPERTY + ").")
    private @Nullable SesTransportKind transport;

    /** No stores, and a connection for each thread. */
    StoreSource withConnections(int threads) {
        return (terminal, properties) -> {
            Embedding embedding =
                    Embedding.none().withDefaults(Map.of(CONNECTIONS, Math.max(USUAL_CONNECTIONS, threads)));
            if (transport == null) {
                return embedding;
            }
            if (properties.stream().anyMatch(property -> property.startsWith("--" + PROPERTY + "="))) {
                throw new InvalidArguments("either --transport or --" + PROPERTY + ", not both");
            }
            return embedding.with(Map.of(PROPERTY, transport.name().toLowerCase(Locale.ROOT)));
        };
    }
}
