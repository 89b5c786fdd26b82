package dev.postrider.warmup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;

/** The warm-ups of all identities that have one. Immutable. */
public final class WarmUps {

    static final String PROPERTY = "postrider.warm-up";

    private final Map<SendingIdentity, WarmUp> byIdentity;

    /** @throws IllegalArgumentException if two are of one identity */
    public WarmUps(List<WarmUpPlan> plans) {
        Map<SendingIdentity, WarmUp> found = new HashMap<>();
        for (WarmUpPlan plan : plans) {
            if (found.put(new SendingIdentity(plan.identity()), new WarmUp(plan)) != null) {
                throw new IllegalArgumentException(PROPERTY + " has two plans for " + plan.identity());
            }
        }
        this.byIdentity = Map.copyOf(found);
    }

    /** From the settings; unknown ones are refused, from wherever, for a slip of the pen must not send more than was meant. */
    static WarmUps bind(Binder binder) {
        BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true);
        try {
            return new WarmUps(binder.bind(PROPERTY, Bindable.listOf(WarmUpPlan.class), strict)
                    .orElseGet(List::of));
        } catch (BindException e) {
            throw e.getCause() instanceof UnboundConfigurationPropertiesException unbound ? unknown(unbound) : e;
        }
    }

    private static IllegalArgumentException unknown(UnboundConfigurationPropertiesException unbound) {
        String names = unbound.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .collect(Collectors.joining(", "));
        return noSetting(names);
    }

    static IllegalArgumentException noSetting(String names) {
        return new IllegalArgumentException("no setting: " + names + "; those of a warm-up are " + PROPERTY
                + "[0].identity, .start, and .first-day with .daily-growth, or .plan; the next one has [1]; in the"
                + " environment they are POSTRIDER_WARMUP_0_IDENTITY, _START, _FIRSTDAY, _DAILYGROWTH and _PLAN");
    }

    /** What those that are not over allow on the day, one line each, in the order of their identities. */
    List<String> state(LocalDate day) {
        return byIdentity.values().stream()
                .sorted(Comparator.comparing(WarmUp::identity))
                .flatMap(warmUp -> warmUp.state(day).stream())
                .toList();
    }

    /**
     * Of the most specific identity with a warm-up that the sender belongs to: its address, else its domain, else a domain
     * above that.
     *
     * @param from as in a campaign: {@code Lucky Reels <rewards@mail.example.com>}
     */
    public Optional<WarmUp> of(String from) {
        return byIdentity.isEmpty()
                ? Optional.empty()
                : SendingIdentity.covering(from)
                        .map(byIdentity::get)
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** @param identity as {@link WarmUp#identity} says it */
    public Optional<WarmUp> ofIdentity(String identity) {
        return Optional.ofNullable(byIdentity.get(new SendingIdentity(identity)));
    }
}
