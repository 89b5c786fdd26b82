package dev.postrider.simulator.resource;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import dev.postrider.simulator.resource.SuppressionList.Suppressed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PutSuppressedDestination, Get, Delete, and ListSuppressedDestinations. */
public final class SuppressionOperations {

    private static final int MAX_PAGE = 1000;

    private final SuppressionList list;
    private final Clock clock;

    public SuppressionOperations(SuppressionList list, Clock clock) {
        this.list = list;
        this.clock = clock;
    }

    public Answer put(Request request) {
        PutRequest put = Json.read(request, PutRequest.class);
        if (put.emailAddress() == null || !put.emailAddress().contains("@")) {
            throw Refusal.badRequest("EmailAddress is missing or malformed.");
        }
        if (put.reason() == null || !List.of("BOUNCE", "COMPLAINT").contains(put.reason())) {
            throw Refusal.badRequest("Reason must be BOUNCE or COMPLAINT.");
        }
        list.put(put.emailAddress(), put.reason(), clock.instant());
        return Json.empty();
    }

    public Answer get(Request request) {
        return list.find(request.name())
                .map(found -> Json.answer(Map.of("SuppressedDestination", Summary.of(found))))
                .orElseThrow(() -> unknown(request.name()));
    }

    public Answer delete(Request request) {
        if (!list.remove(request.name())) {
            throw unknown(request.name());
        }
        return Json.empty();
    }

    public Answer list(Request request) {
        List<String> reasons = request.parameters("Reason");
        Instant start = date(request, "StartDate", Instant.MIN);
        Instant end = date(request, "EndDate", Instant.MAX);
        int size = size(request);
        List<Suppressed> page = list.after(token(request))
                .filter(entry -> reasons.isEmpty() || reasons.contains(entry.reason()))
                .filter(entry ->
                        !entry.since().isBefore(start) && !entry.since().isAfter(end))
                .limit(size + 1L)
                .toList();
        if (page.size() <= size) {
            return Json.answer(new ListResponse(page.stream().map(Summary::of).toList(), null));
        }
        List<Suppressed> full = page.subList(0, size);
        String last = full.get(size - 1).address();
        return Json.answer(new ListResponse(
                full.stream().map(Summary::of).toList(),
                Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8))));
    }

    private static int size(Request request) {
        try {
            int size = request.parameter("PageSize").map(Integer::parseInt).orElse(MAX_PAGE);
            return Math.min(Math.max(size, 1), MAX_PAGE);
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("PageSize is not a number.");
        }
    }

    private static String token(Request request) {
        try {
            return new String(
                    Base64.getUrlDecoder().decode(request.parameter("NextToken").orElse("")), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "InvalidNextTokenException", "The specified request includes an invalid token.");
        }
    }

    private static Instant date(Request request, String name, Instant otherwise) {
        try {
            return request.parameter(name).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest(name + " is not a date.");
        }
    }

    private static Refusal unknown(String address) {
        return Refusal.notFound("Email address " + address + " does not exist on your suppression list.");
    }

    private record PutRequest(
            @Nullable String emailAddress, @Nullable String reason) {}

    private record ListResponse(
            List<Summary> suppressedDestinationSummaries,
            @Nullable String nextToken) {}

    private record Summary(String emailAddress, String reason, double lastUpdateTime) {

        static Summary of(Suppressed entry) {
            return new Summary(entry.address(), entry.reason(), entry.since().toEpochMilli() / 1000.0);
        }
    }
}
