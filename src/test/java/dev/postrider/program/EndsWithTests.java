package dev.postrider.program;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** In child processes with the system property {@code ends.with=PID}: they end when that process does, killed or not. */
public final class EndsWithTests implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "ends.with";

    /** For the command line of a child of this process. */
    static final String PROPERTY = "-D" + NAME + "=" + ProcessHandle.current().pid();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Long pid = Long.getLong(NAME);
        if (pid != null) {
            Thread watch = new Thread(() -> awaitEnd(pid), "ends-with-tests");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(tests -> tests.onExit().join());
        Runtime.getRuntime().halt(1);
    }
}
