package dev.postrider.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** In a child process with the system property {@code breaking}: sends the process itself a signal at that point. */
public final class BreakingPoints implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** In place of a signal: an exception comes out of the call. */
    static final String THROW = "THROW";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String property = System.getProperty("breaking");
        if (property != null) {
            String[] parts = property.split(":", -1);
            BreakingPoint point = BreakingPoint.valueOf(parts[0].toUpperCase(Locale.ROOT));
            context.getBeanFactory().addBeanPostProcessor(new Signaller(point, parts[1], Integer.parseInt(parts[2])));
        }
    }

    private static final class Signaller implements BeanPostProcessor {

        private final BreakingPoint point;
        private final String signal;
        private final AtomicInteger left;

        Signaller(BreakingPoint point, String signal, int passage) {
            this.point = point;
            this.signal = signal;
            this.left = new AtomicInteger(passage);
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            Class<?> type =
                    ClassUtils.resolveClassName(point.type(), bean.getClass().getClassLoader());
            if (!type.isInstance(bean)) {
                return bean;
            }
            ProxyFactory factory = new ProxyFactory(bean);
            factory.setProxyTargetClass(true);
            factory.addAdvice((MethodInterceptor) call -> {
                boolean here = call.getMethod().getName().equals(point.method());
                if (here && !point.after()) {
                    pass();
                }
                Object result = call.proceed();
                if (here && point.after()) {
                    pass();
                }
                return result;
            });
            return factory.getProxy(bean.getClass().getClassLoader());
        }

        private void pass() {
            if (left.decrementAndGet() == 0) {
                if (signal.equals(THROW)) {
                    throw new IllegalStateException("broken on purpose");
                }
                try {
                    String pid = Long.toString(ProcessHandle.current().pid());
                    new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
