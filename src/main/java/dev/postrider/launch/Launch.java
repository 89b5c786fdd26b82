package dev.postrider.launch;

import dev.postrider.operations.Jobs;
import dev.postrider.outbox.RedisCheck;
import dev.postrider.schema.NeededIndexes;
import dev.postrider.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the Spring application for one command, and ends it after. */
public final class Launch {

    private enum Mode {
        LOOK,
        WORK,
        SERVE
    }

    private final Class<?> application;
    private final Terminal terminal;
    private final Interruption interruption;
    private final List<String> properties;

    /** @param properties of the command line, with their dashes */
    public Launch(Class<?> application, Terminal terminal, Interruption interruption, List<String> properties) {
        this.application = application;
        this.terminal = terminal;
        this.interruption = interruption;
        this.properties = properties;
    }

    /** Of the command line, with their dashes. */
    public List<String> properties() {
        return properties;
    }

    /** For a command that only looks: beans are made when it asks for them. */
    public <T> T look(StoreSource stores, Set<Store> needed, Function<BeanFactory, T> work) {
        try (Embedding embedding = stores.open(terminal, properties);
                ConfigurableApplicationContext context = start(embedding, needed, Mode.LOOK)) {
            return work.apply(context);
        }
    }

    /**
     * For a command that works for longer: everything is there, and has its settings checked, before it begins. Jobs are
     * asked to stop when the command is interrupted.
     */
    public <T> T work(StoreSource stores, Set<Store> needed, Function<BeanFactory, T> work) {
        return run(stores, needed, Mode.WORK, this::stopJobsOnInterrupt, work);
    }

    private void stopJobsOnInterrupt(BeanFactory beans) {
        Jobs jobs = beans.getBean(Jobs.class);
        interruption.onInterrupt(() -> {
            terminal.warn("Stopping: what is in hand is finished first ...");
            jobs.stopOwn();
        });
    }

    /**
     * For a command that is a node: as {@link #work}, with the management port open, and it knows better than to stop its
     * jobs when it is interrupted.
     *
     * @param prepare says what an interruption does from now on, before the work begins
     */
    public <T> T serve(
            StoreSource stores, Set<Store> needed, Consumer<BeanFactory> prepare, Function<BeanFactory, T> work) {
        return run(stores, needed, Mode.SERVE, prepare, work);
    }

    private <T> T run(
            StoreSource stores,
            Set<Store> needed,
            Mode mode,
            Consumer<BeanFactory> prepare,
            Function<BeanFactory, T> work) {
        try (Embedding embedding = stores.open(terminal, properties);
                ConfigurableApplicationContext context = start(embedding, needed, mode)) {
            if (needed.contains(Store.MONGODB)) {
                context.getBean(NeededIndexes.class).make();
            }
            prepare.accept(context);
            return work.apply(context);
        }
    }

    private ConfigurableApplicationContext start(Embedding embedding, Set<Store> needed, Mode mode) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false);
        spring.setLazyInitialization(mode == Mode.LOOK);
        spring.setDefaultProperties(embedding.defaults());
        spring.addInitializers(context -> new StoreCheck(context.getEnvironment()).check(needed));
        if (needed.contains(Store.REDIS)) {
            spring.addListeners((ApplicationListener<ApplicationStartedEvent>) event ->
                    event.getApplicationContext().getBean(RedisCheck.class).check());
        }
        List<String> arguments = new ArrayList<>(properties);
        arguments.add("--" + OnNodesOnly.WEB + "=" + (mode == Mode.SERVE ? OnNodesOnly.SERVLET : "none"));
        embedding.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return spring.run(arguments.toArray(String[]::new));
    }
}
