package dev.postrider.outbox;

import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Looks before the work begins whether Redis takes commands from this program, and is fit for it. */
@Component
public class RedisCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCheck.class);

    private static final int OLDEST = 7;
    private static final String NOT_PERMITTED = "NOPERM";
    private static final String KEEPING = "noeviction";

    private final LettuceConnectionFactory redis;

    RedisCheck(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /**
     * Warns where Redis may evict keys. What Redis does not tell this user goes unchecked.
     *
     * @throws OutboxUnavailable when it cannot be used: not reached, not trusted, wrong password
     * @throws UnfitRedis when it is too old, or one node of a cluster and was not said to be
     */
    public void check() {
        judge(info(), redis.isClusterAware());
    }

    static void judge(Properties properties, boolean asCluster) {
        RedisInfo info = new RedisInfo(properties);
        for (String version : info.values("redis_version")) {
            if (Integer.parseInt(version.split("[.]", 2)[0]) < OLDEST) {
                throw new UnfitRedis("Redis " + version + " is too old: it has to be " + OLDEST + ".0 or newer");
            }
        }
        if (info.values("redis_mode").contains("cluster") && !asCluster) {
            throw new UnfitRedis("Redis is a node of a cluster: name it in spring.data.redis.cluster.nodes");
        }
        for (String policy : Set.copyOf(info.values("maxmemory_policy"))) {
            if (!policy.equals(KEEPING)) {
                LOG.warn("Redis evicts keys when it is full (maxmemory-policy {}): set {}", policy, KEEPING);
            }
        }
    }

    private Properties info() {
        try (RedisConnection connection = redis.getConnection()) {
            Properties info = connection.serverCommands().info();
            return info == null ? new Properties() : info;
        } catch (DataAccessException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (String.valueOf(cause.getMessage()).startsWith(NOT_PERMITTED)) {
                LOG.debug("Redis goes unchecked: {}", cause.getMessage());
                return new Properties();
            }
            throw new OutboxUnavailable("Redis cannot be used: " + RedisLinks.causes(cause), e);
        }
    }
}
