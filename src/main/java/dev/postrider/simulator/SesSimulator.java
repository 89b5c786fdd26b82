package dev.postrider.simulator;

import dev.postrider.simulator.accepted.AcceptedMessages;
import dev.postrider.simulator.accepted.MessageOutcomes;
import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.HttpServer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.limits.SendingLimits;
import dev.postrider.simulator.resource.ConfigurationSets;
import dev.postrider.simulator.resource.Identities;
import dev.postrider.simulator.resource.IdentityOperations;
import dev.postrider.simulator.resource.SuppressionList;
import dev.postrider.simulator.resource.SuppressionOperations;
import dev.postrider.simulator.sending.Intake;
import dev.postrider.simulator.sending.SendBulkEmailOperation;
import dev.postrider.simulator.sending.SendChecks;
import dev.postrider.simulator.sending.SendCounters;
import dev.postrider.simulator.sending.SendEmailOperation;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amazon SES v2 on loopback: what it takes is counted and recorded, and goes nowhere. */
public final class SesSimulator implements AutoCloseable {

    private final Settings settings;
    private final AcceptedMessages accepted;
    private final SesEndpoint ses;
    private final ControlEndpoint control;
    private final HttpServer server;

    private SesSimulator(SimulatorOptions start, Clock clock) {
        settings = new Settings(start, clock);
        SuppressionList suppression = new SuppressionList();
        accepted = new AcceptedMessages(
                clock,
                new MessageOutcomes(suppression::contains),
                start.records().recordFile(),
                start.records().keepMessages(),
                () -> settings.present().records().keepBodies());
        SendCounters counters = new SendCounters();
        SendingLimits limits = new SendingLimits(clock, () -> settings.account().limits());
        control = new ControlEndpoint(settings, counters, limits, accepted);
        ses = endpoint(clock, suppression, limits, new Intake(settings::account, limits, counters, accepted));
        server = HttpServer.start(start.port(), start.threads(), this::answer);
    }

    private SesEndpoint endpoint(Clock clock, SuppressionList suppression, SendingLimits limits, Intake intake) {
        Identities identities = new Identities(() -> settings.account().verification());
        ConfigurationSets sets = new ConfigurationSets(() -> settings.account().configurationSets());
        SendChecks checks = new SendChecks(settings::account, identities, sets);
        return new SesEndpoint(
                clock,
                settings,
                new SignatureCheck(clock, () -> settings.account().signatureWindow()),
                Map.of(
                        "/v2/email/outbound-emails", new SendEmailOperation(checks, intake),
                        "/v2/email/outbound-bulk-emails",
                                new SendBulkEmailOperation(settings::account, checks, intake)),
                new Resources(
                        new AccountOperations(settings, limits),
                        new IdentityOperations(identities),
                        sets,
                        new SuppressionOperations(suppression, clock)));
    }

    public static SesSimulator start(SimulatorOptions options) {
        return start(options, Clock.systemUTC());
    }

    /** Starts with a clock of the caller's, for the windows of rate, quota and signature. */
    public static SesSimulator start(SimulatorOptions options, Clock clock) {
        return new SesSimulator(options, clock);
    }

    private Answer answer(Request request) {
        if (!request.path().startsWith("/simulator/")) {
            return ses.answer(request);
        }
        try {
            return control.answer(request);
        } catch (Refusal refusal) {
            return Json.answer(refusal);
        }
    }

    public URI endpoint() {
        InetSocketAddress address = server.address();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
    }

    public SimulatorStats stats() {
        return control.stats();
    }

    /**
     * Changes one setting at once, as {@code POST /simulator/settings} does.
     *
     * @throws IllegalArgumentException for an unknown setting or a wrong value
     */
    public void change(String setting, @Nullable Object value) {
        settings.change(Collections.singletonMap(setting, value));
    }

    @Override
    public void close() {
        server.close();
        accepted.close();
    }
}
