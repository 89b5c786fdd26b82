package dev.postrider.ses;

import dev.postrider.delivery.MailTransport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class SesConfiguration {

    @Bean
    @Primary
    MailTransport mailTransport(SesSettings settings, SesBulkTransport bulk, SesSingleTransport single) {
        return switch (settings.transport()) {
            case BULK -> bulk;
            case SINGLE -> single;
        };
    }
}
