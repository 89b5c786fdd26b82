package dev.postrider.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConsentSettingsTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Test
    void bindsAddressAndKeys() {
        application
                .withPropertyValues("postrider.public-url=https://mail.example.com", "postrider.consent.keys=k2:b,k1:a")
                .run(context -> {
                    ConsentSettings settings = context.getBean(ConsentSettings.class);
                    assertThat(settings.publicUrl()).isEqualTo("https://mail.example.com");
                    assertThat(settings.keys()).containsExactly("k2:b", "k1:a");
                });
    }

    @Test
    void bindsKeysGivenOneByOne() {
        application
                .withPropertyValues("postrider.consent.keys[0]=k2:b", "postrider.consent.keys[1]=k1:a")
                .run(context -> assertThat(
                                context.getBean(ConsentSettings.class).keys())
                        .containsExactly("k2:b", "k1:a"));
    }

    @Test
    void startsWithoutAny() {
        application.run(context ->
                assertThat(context.getBean(ConsentSettings.class).keys()).isEmpty());
    }

    @EnableConfigurationProperties(ConsentSettings.class)
    static class Settings {}
}
