package dev.postrider.warmup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Logs at the start of what may send which warm-ups it knows: a command that only looks makes its beans later, and is quiet. */
@Component
class WarmUpNotice implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUpNotice.class);

    private final WarmUps warmUps;
    private final Clock clock;

    WarmUpNotice(WarmUps warmUps, Clock clock) {
        this.warmUps = warmUps;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        warmUps.state(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).forEach(state -> LOG.info("{}", state));
    }
}
