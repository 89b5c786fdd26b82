package dev.postrider.node;

import dev.postrider.resend.DeadResends;
import org.springframework.stereotype.Component;

/** Settles resends whose process died, every period while it is open; it goes on with none. */
@Component
class ResendWatch {

    private final PeriodicLook look;
    private final NodeSettings settings;

    ResendWatch(DeadResends dead, NodeSettings settings) {
        this.look = new PeriodicLook("resend-", "at resends", dead::settle);
        this.settings = settings;
    }

    void open() {
        look.open(settings.period());
    }

    /** Returns at once; a look may still be under way. */
    void close() {
        look.close();
    }
}
