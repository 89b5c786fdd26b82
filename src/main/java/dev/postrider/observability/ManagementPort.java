package dev.postrider.observability;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Where a node answers for itself, and whether it says that it takes work. */
public class ManagementPort {

    private final WebServerApplicationContext context;
    private final ManagementSettings settings;

    ManagementPort(WebServerApplicationContext context, ManagementSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** Empty where the settings want none. */
    public Optional<URI> uri() {
        WebServer server = context.getWebServer();
        return server == null || server.getPort() <= 0
                ? Optional.empty()
                : Optional.of(URI.create("http://" + host() + ":" + server.getPort() + "/actuator"));
    }

    private String host() {
        String address = settings.address().getHostAddress();
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** From now on the node is not ready; it is alive all the same. */
    public void outOfService() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    }
}
