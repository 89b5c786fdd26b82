package dev.postrider.simulator.resource;

import dev.postrider.simulator.http.Answer;
import dev.postrider.simulator.http.Json;
import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.http.Request;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The configuration sets by name, CreateConfigurationSet and GetConfigurationSet. */
public final class ConfigurationSets {

    private final Supplier<Set<String>> existing;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    /** @param existing those that exist without being created, empty for all */
    public ConfigurationSets(Supplier<Set<String>> existing) {
        this.existing = existing;
    }

    public boolean exists(String name) {
        Set<String> known = existing.get();
        return known.isEmpty() || known.contains(name) || created.contains(name);
    }

    public Answer create(Request request) {
        String name = Json.read(request, CreateRequest.class).configurationSetName();
        if (name == null || !name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw Refusal.badRequest("Invalid configuration set name <" + name + ">.");
        }
        if (!created.add(name) || existing.get().contains(name)) {
            throw new Refusal(400, "AlreadyExistsException", "Configuration set <" + name + "> already exists.");
        }
        return Json.empty();
    }

    public Answer get(Request request) {
        String name = request.name();
        if (!exists(name)) {
            throw Refusal.notFound("Configuration set <" + name + "> does not exist.");
        }
        return Json.answer(new GetResponse(name, new SendingOptions(true)));
    }

    private record CreateRequest(@Nullable String configurationSetName) {}

    private record GetResponse(String configurationSetName, SendingOptions sendingOptions) {}

    private record SendingOptions(boolean sendingEnabled) {}
}
