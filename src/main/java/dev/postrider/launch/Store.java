package dev.postrider.launch;

import java.util.List;

/** The stores that a program is told of by its properties. */
public enum Store {
    MONGODB("MongoDB"),
    REDIS("Redis"),
    JOBS("The job repository");

    private final String label;

    Store(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Any of them will do; the first is the usual one. */
    List<String> properties() {
        return switch (this) {
            case MONGODB -> List.of("spring.mongodb.uri", "spring.mongodb.host");
            case REDIS ->
                List.of(
                        "spring.data.redis.url",
                        "spring.data.redis.host",
                        "spring.data.redis.cluster.nodes",
                        "spring.data.redis.sentinel.nodes");
            case JOBS -> List.of("spring.datasource.url");
        };
    }
}
