package dev.postrider.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.launch.Failures;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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

    private static void assertRefused(Map<String, String> settings, String line) {
        assertThatThrownBy(() -> bind(settings))
                .satisfies(failure -> assertThat(Failures.line(failure)).contains(line));
    }
}
