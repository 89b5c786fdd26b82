package dev.postrider.ses;

import dev.postrider.limits.LimitsSettings;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The delivery room's side of SES, against an endpoint of the test. */
final class TestSes implements AutoCloseable {

    private final SesClients clients;
    private final SesConnections connections;
    private final SesRequests requests;
    final SesSettings settings;
    final SesSingleTransport single;
    final SesBulkTransport bulk;
    final SesAccount account;
    final SenderCheck senderCheck;

    private TestSes(Map<String, String> properties, Clock clock) {
        Binder binder = new Binder(new MapConfigurationPropertySource(properties));
        settings = binder.bindOrCreate("postrider.ses", SesSettings.class);
        clients = new SesClients(settings);
        connections = new SesConnections(settings);
        requests = new SesRequests(connections, new SesSigner(clients), settings);
        Refusals refusals = new Refusals(settings, clock);
        LimitsSettings limits = binder.bindOrCreate("postrider.limits", LimitsSettings.class);
        single = new SesSingleTransport(requests, refusals, settings, limits);
        bulk = new SesBulkTransport(requests, refusals, single, settings);
        account = new SesAccount(clients, settings, clock);
        senderCheck = new SenderCheck(clients, account, settings);
    }

    static TestSes at(URI endpoint) {
        return at(endpoint, Clock.systemUTC(), Map.of());
    }

    static TestSes at(URI endpoint, Clock clock, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("postrider.ses.endpoint", endpoint.toString());
        return new TestSes(properties, clock);
    }

    @Override
    public void close() {
        requests.close();
        connections.close();
        clients.close();
    }
}
