package dev.postrider.simulator;

import dev.postrider.simulator.accepted.AcceptedMessages;
import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.limits.SendingLimits;
import dev.postrider.simulator.sending.SendCounters;

/**
 * What the simulator tells about itself and lets be changed:
 *
 * <ul>
 *   <li>{@code GET /simulator/stats}: {@link SimulatorStats}
 *   <li>{@code GET /simulator/messages?from=N&size=M}: accepted messages from number N on, 0 being the first; the next
 *       page is from {@code next}
 *   <li>{@code GET /simulator/messages/ID}: the body, where it is kept
 *   <li>{@code GET /simulator/settings}, and {@code POST} of those to change: see {@link SimulatorOptions}
 * </ul>
 */
final class ControlEndpoint {

    private static final int MAX_PAGE = 10_000;

    private final Settings settings;
    private final SendCounters counters;
    private final SendingLimits limits;
    private final AcceptedMessages accepted;

    ControlEndpoint(Settings settings, SendCounters counters, SendingLimits limits, AcceptedMessages accepted) {
        this.settings = settings;
        this.counters = counters;
        this.limits = limits;
        this.accepted = accepted;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /simulator/stats" -> Answer.ok(SettingsJson.write(stats()));
            case "GET /simulator/messages" ->
                Answer.ok(accepted.page(number(request, "from", 0), (int) number(request, "size", 1000)));
            case "GET /simulator/settings" -> Answer.ok(SettingsJson.write(settings.present()));
            case "POST /simulator/settings" -> change(request);
            default -> body(request);
        };
    }

    SimulatorStats stats() {
        return new SimulatorStats(
                counters.accepted(),
                counters.refused(),
                counters.throttled(),
                limits.mostInOneSecond(),
                limits.mostOfferedInOneSecond());
    }

    private Answer change(Request request) {
        Request.Body body = request.body();
        try {
            settings.change(SettingsJson.read(body.bytes(), body.offset(), body.length()));
            return Answer.ok(SettingsJson.write(settings.present()));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Answer body(Request request) {
        if (!"GET /simulator/messages".equals(request.method() + " " + request.collection())) {
            throw Refusal.notFound("The simulator has no " + request.method() + " " + request.path() + ".");
        }
        return accepted.body(request.name())
                .map(content -> Answer.ok(SettingsJson.write(new Body(content.html(), content.text()))))
                .orElseThrow(() -> Refusal.notFound("The body is not kept: see the setting keepBodies."));
    }

    private static long number(Request request, String name, long otherwise) {
        try {
            long number = request.parameter(name).map(Long::parseLong).orElse(otherwise);
            return Math.max(0, "size".equals(name) ? Math.min(number, MAX_PAGE) : number);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest(name + " is not a number.");
        }
    }

    private record Body(String html, String text) {}
}
