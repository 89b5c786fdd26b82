package dev.postrider.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.launch.Failures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WarmUpsTests {

    private static WarmUps bind(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((key, value) -> properties.put("postrider.warm-up" + key, value));
        return WarmUps.bind(new Binder(new MapConfigurationPropertySource(properties)));
    }

    private static Map<String, String> plan(int number, String identity) {
        return Map.of(
                "[" + number + "].identity", identity,
                "[" + number + "].start", "2026-12-01",
                "[" + number + "].first-day", "2000");
    }

    private static Map<String, String> with(Map<String, String> settings, String key, @Nullable String value) {
        Map<String, String> changed = new HashMap<>(settings);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }

    @ParameterizedTest
    @CsvSource({
        "vip@news.example.com, vip@news.example.com",
        "'VIPs <VIP@News.Example.com>', vip@news.example.com",
        "letters@news.example.com, news.example.com",
        "'\"News, daily <3\" <letters@a.b.news.example.com>', news.example.com",
        "someone@example.com,",
        "someone@oldnews.example.com,",
        "someone@bücher.example, xn--bcher-kva.example"
    })
    void aSenderHasTheWarmUpOfTheMostSpecificIdentity(String from, @Nullable String identity) {
        Map<String, String> settings = new HashMap<>(plan(0, "news.example.com"));
        settings.putAll(plan(1, "VIP@news.example.com"));
        settings.putAll(plan(2, "Bücher.example"));

        assertThat(bind(settings).of(from).map(WarmUp::identity).orElse(null)).isEqualTo(identity);
    }

    @Test
    void nobodyIsLimitedWithoutSettings() {
        assertThat(bind(Map.of()).of("someone@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news",
                "*.example.com",
                "@example.com",
                "a@b@",
                "https://example.com",
                "a b.example.com",
                "10.0.0.1"
            })
    void anIdentityIsAnAddressOrADomain(String identity) {
        assertRefused(
                plan(0, identity),
                "setting postrider.warm-up[0] cannot be used: identity '" + identity
                        + "' is neither an address nor a domain");
    }

    @Test
    void settingsThatMakeNoPlanAreRefused() {
        Map<String, String> plan = plan(0, "news.example.com");
        assertRefused(with(plan, "[0].identity", null), "warm-up[0] cannot be used: identity is missing");
        assertRefused(with(plan, "[0].start", null), "warm-up[0] cannot be used: start is missing");
        assertRefused(with(plan, "[0].start", "tomorrow"), "postrider.warm-up[0].start");
        assertRefused(with(plan, "[0].first-day", null), "either first-day");
        assertRefused(with(plan, "[0].plan", "1"), "either first-day");
        assertRefused(with(plan, "[0].first-day", "0"), "first-day has to be 1");
        assertRefused(with(with(plan, "[0].first-day", null), "[0].plan", "5,0"), "plan takes numbers");
        assertRefused(with(plan, "[0].daily-growth", "1"), "daily-growth has to be more than 1");
    }

    @Test
    void twoPlansForOneIdentityAreRefused() {
        Map<String, String> settings = new HashMap<>(plan(0, "news.example.com"));
        settings.putAll(plan(1, "NEWS.example.com"));

        assertRefused(settings, "postrider.warm-up has two plans for news.example.com");
    }

    @Test
    void whatIsNoSettingIsRefused() {
        assertRefused(
                Map.of(".start", "2026-12-01", ".first-day", "2000"),
                "no setting: postrider.warm-up.first-day, postrider.warm-up.start; those of");
        assertRefused(
                with(plan(0, "news.example.com"), "[0].dayly-growth", "1.1"),
                "no setting: postrider.warm-up[0].dayly-growth; those of");
        assertRefused(plan(1, "news.example.com"), "no setting: postrider.warm-up[1].first-day");
    }

    @ParameterizedTest
    @CsvSource({
        "systemEnvironment, POSTRIDER_WARMUP_START, POSTRIDER_WARMUP_START",
        "systemEnvironment, POSTRIDER_WARM_UP_0_IDENTITY, POSTRIDER_WARM_UP_0_IDENTITY",
        "systemEnvironment, POSTRIDER_WARMUP_0_DAYLYGROWTH, POSTRIDER_WARMUP_0_DAYLYGROWTH",
        "systemEnvironment, POSTRIDER_WARMUP_1_IDENTITY, postrider.warmup[1].identity",
        "systemProperties, postrider.warm-up.start, postrider.warm-up.start",
        "systemProperties, postrider.warm.up[0].identity, postrider.warm.up[0].identity",
        "file, postrider.warmups[0].identity, postrider.warmups[0].identity",
    })
    void norInTheEnvironmentAndSystemProperties(String source, String name, String told) {
        assertThatThrownBy(() -> bind(source, Map.of(name, "2026-12-01")))
                .satisfies(
                        failure -> assertThat(Failures.line(failure)).startsWith("no setting: " + told + "; those of"));
    }

    @Test
    void theEnvironmentAndSystemPropertiesMaySayAWarmUp() {
        Map<String, Object> variables = Map.of(
                "PATH", "/bin",
                "POSTRIDER_WARMUP_0_IDENTITY", "news.example.com",
                "POSTRIDER_WARMUP_0_START", "2026-12-01",
                "POSTRIDER_WARMUP_0_FIRSTDAY", "500",
                "POSTRIDER_WARMUP_0_DAILYGROWTH", "1.5");
        assertThat(bind("systemEnvironment", variables).state(LocalDate.parse("2026-12-02")))
                .containsExactly("warm-up of news.example.com from 2026-12-01: today 750 recipients");

        Map<String, Object> properties = Map.of(
                "postrider.warmUp[0].identity", "news.example.com",
                "postrider.warmUp[0].start", "2026-12-01",
                "postrider.warmUp[0].plan[0]", "500");
        WarmUps planned = bind("systemProperties", properties);
        assertThat(planned.state(LocalDate.parse("2026-12-01"))).hasSize(1);
        assertThat(planned.state(LocalDate.parse("2026-12-02"))).as("over").isEmpty();
    }

    private static WarmUps bind(String source, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(each -> environment.getPropertySources().remove(each.getName()));
        environment
                .getPropertySources()
                .addLast(
                        source.equals("systemEnvironment")
                                ? new SystemEnvironmentPropertySource(source, settings)
                                : new MapPropertySource(source, settings));
        return new WarmUpConfiguration().warmUps(environment);
    }

    private static void assertRefused(Map<String, String> settings, String line) {
        assertThatThrownBy(() -> bind(settings))
                .satisfies(failure -> assertThat(Failures.line(failure)).contains(line));
    }
}
