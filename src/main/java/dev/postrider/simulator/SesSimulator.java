package dev.postrider.simulator;

import dev.postrider.simulator.http.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Amazon SES v2 on loopback: what it takes is counted and recorded, and goes nowhere. */
public final class SesSimulator implements AutoCloseable {

    private final Settings settings;
    private final SendCounters counters = new SendCounters();
    private final SendingLimits limits;
    private final HttpServer server;

    private SesSimulator(SimulatorOptions start, Clock clock) {
        settings = new Settings(start);
        limits = new SendingLimits(clock, settings::account);
        server = HttpServer.start(
                start.port(),
                start.threads(),
                new SesEndpoint(
                        new SendOperations(limits, counters),
                        new AccountOperations(settings::account, limits, counters)));
    }

    public static SesSimulator start(SimulatorOptions options) {
        return start(options, Clock.systemUTC());
    }

    /** Starts with a clock of the caller's, for the windows of rate, quota and signature. */
    public static SesSimulator start(SimulatorOptions options, Clock clock) {
        return new SesSimulator(options, clock);
    }

    public URI endpoint() {
        InetSocketAddress address = server.address();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    public SimulatorStats stats() {
        return counters.stats(limits.mostInOneSecond());
    }

    /** Changes one setting at once, as {@code POST /simulator/settings} does. */
    public void change(String setting, @Nullable Object value) {
        settings.change(setting, value);
    }

    @Override
    public void close() {
        server.close();
    }
}
