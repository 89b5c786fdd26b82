package dev.postrider.imports;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The two rooms an import needs, and the stores; no stereotype, so that the application does not find it. */
@EnableAutoConfiguration
@ComponentScan({"dev.postrider.imports", "dev.postrider.recipient"})
class ImportSlice {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
