package dev.postrider.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of the log as the program's configuration has them. */
class LogLinesTests {

    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LogLinesTests.class.getResource("/logback.xml")));
    }

    @Test
    void aLineHasItsDateAndItsRunWhereItIsOfOne() {
        assertThat(line(Map.of("run", "loyalty@20261124T090000Z")))
                .isEqualTo("2026-11-24 09:00:00.123 WARN  RunLog [loyalty@20261124T090000Z]: it waits (really) [1]\n");
        assertThat(line(Map.of())).isEqualTo("2026-11-24 09:00:00.123 WARN  RunLog: it waits (really) [1]\n");
    }

    private String line(Map<String, String> properties) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName("dev.postrider.node.RunLog");
        event.setLevel(Level.WARN);
        event.setMessage("it waits (really) [1]");
        event.setInstant(Instant.parse("2026-11-24T09:00:00.123Z"));
        event.setMDCPropertyMap(properties);
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("STDERR");
        return new String(appender.getEncoder().encode(event), UTF_8);
    }
}
