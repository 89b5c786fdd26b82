package dev.postrider.warmup;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Names of settings that are meant for a warm-up and reach none: those that are not below {@code postrider.warm-up} as
 * Spring reads them, such as {@code POSTRIDER_WARM_UP_0_IDENTITY}. Others the binding finds.
 */
final class MistakenNames {

    private static final String MEANT = "postriderwarmup";
    private static final Pattern IN_THE_ENVIRONMENT = Pattern.compile(
            "POSTRIDER_WARMUP_\\d+_(IDENTITY|START|FIRSTDAY|DAILYGROWTH|PLAN(_\\d+)?)", Pattern.CASE_INSENSITIVE);
    private static final ConfigurationPropertyName PROPERTY = ConfigurationPropertyName.of(WarmUps.PROPERTY);

    private MistakenNames() {}

    /** @throws IllegalArgumentException if there are any */
    static void check(ConfigurableEnvironment environment) {
        List<String> mistaken = environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> mistaken((EnumerablePropertySource<?>) source))
                .distinct()
                .sorted()
                .toList();
        if (!mistaken.isEmpty()) {
            throw WarmUps.noSetting(String.join(", ", mistaken));
        }
    }

    private static Stream<String> mistaken(EnumerablePropertySource<?> source) {
        boolean ofSystem = source instanceof SystemEnvironmentPropertySource;
        return Stream.of(source.getPropertyNames())
                .filter(MistakenNames::isMeant)
                .filter(name -> ofSystem ? !IN_THE_ENVIRONMENT.matcher(name).matches() : !isBelow(name));
    }

    private static boolean isMeant(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT).startsWith(MEANT);
    }

    private static boolean isBelow(String name) {
        ConfigurationPropertyName read = ConfigurationPropertyName.adapt(name, '.');
        return PROPERTY.equals(read) || PROPERTY.isAncestorOf(read);
    }
}
