package dev.postrider.warmup;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Settings are bound by hand because a list has no record whose keys could be held against them. */
@Configuration(proxyBeanMethods = false)
class WarmUpConfiguration {

    @Bean
    WarmUps warmUps(ConfigurableEnvironment environment) {
        MistakenNames.check(environment);
        return WarmUps.bind(Binder.get(environment));
    }
}
