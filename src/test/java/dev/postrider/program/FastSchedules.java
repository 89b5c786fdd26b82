package dev.postrider.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * In child processes with the system property {@code fast.schedules=FILE|BASE|FACTOR}: the room {@code schedule} sees a
 * clock that stands at BASE until the file is there, and then runs FACTOR times as fast from the instant that the file
 * says. Leases, claims and signatures stay on real time.
 */
public final class FastSchedules implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String PROPERTY = "fast.schedules";
    private static final String ROOM = "dev.postrider.schedule";

    /** For the command line of a child. */
    public static String property(Path file, Instant base, int factor) {
        return "-D" + PROPERTY + "=" + file + "|" + base.toEpochMilli() + "|" + factor;
    }

    /** Has the clocks of all processes that look at the file begin to run. */
    public static void start(Path file) throws IOException {
        Path draft = Files.writeString(file.resolveSibling("draft"), Long.toString(System.currentTimeMillis()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String property = System.getProperty(PROPERTY);
        if (property != null && context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            String[] parts = property.split("\\|", -1);
            Instant base = Instant.ofEpochMilli(Long.parseLong(parts[1]));
            beans.setAutowireCandidateResolver(
                    new ClockOfRoom(new FastClock(Path.of(parts[0]), base, Integer.parseInt(parts[2]))));
        }
    }

    private static final class ClockOfRoom extends ContextAnnotationAutowireCandidateResolver {

        private final Clock clock;

        ClockOfRoom(Clock clock) {
            this.clock = clock;
        }

        @Override
        public @Nullable Object getSuggestedValue(DependencyDescriptor dependency) {
            boolean inRoom =
                    dependency.getMember().getDeclaringClass().getPackageName().equals(ROOM);
            return inRoom && dependency.getDependencyType() == Clock.class
                    ? clock
                    : super.getSuggestedValue(dependency);
        }
    }

    private static final class FastClock extends Clock {

        private final Path file;
        private final Instant base;
        private final int factor;
        private volatile @Nullable Instant start;

        FastClock(Path file, Instant base, int factor) {
            this.file = file;
            this.base = base;
            this.factor = factor;
        }

        @Override
        public Instant instant() {
            if (start == null) {
                start = look();
            }
            Instant begun = start;
            return begun == null
                    ? base
                    : base.plus(Duration.between(begun, Instant.now()).multipliedBy(factor));
        }

        private @Nullable Instant look() {
            try {
                return Files.exists(file) ? Instant.ofEpochMilli(Long.parseLong(Files.readString(file))) : null;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("tests run in UTC");
        }
    }
}
