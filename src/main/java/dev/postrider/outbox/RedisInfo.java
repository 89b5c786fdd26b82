package dev.postrider.outbox;

import java.util.List;
import java.util.Properties;

/** What Redis answers to INFO. */
record RedisInfo(Properties properties) {

    /** One value, or that of each node of a cluster, which puts the node's name and a dot before the names. */
    List<String> values(String name) {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.equals(name) || key.endsWith("." + name))
                .map(properties::getProperty)
                .toList();
    }
}
