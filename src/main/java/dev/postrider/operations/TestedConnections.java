package dev.postrider.operations;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has each connection to the job repository tested whenever it is borrowed. Hikari would trust one that was used within the
 * last half second, which after a restart of the server is as dead as the others, and knows no other switch for it.
 */
@Component
class TestedConnections implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource) {
            System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        }
        return bean;
    }
}
