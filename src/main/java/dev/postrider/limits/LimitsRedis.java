package dev.postrider.limits;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The scripts over the keys of one account: hash {@code postrider:{ACCOUNT}:rate} (the bucket, and the factor that a
 * throttled request lowers), {@code ...:rate:RUN} (a run's own bucket), and hash {@code ...:quota}: recipients by minute,
 * and {@code total} of these, {@code others} (what SES counted beyond them), {@code swept} (the minute in which expired
 * minutes were last removed), {@code seeded}.
 */
@Component
class LimitsRedis {

    private final StringRedisTemplate redis;
    private final String prefix;
    private final AtomicBoolean reconnected = new AtomicBoolean(true);
    private final RedisScript<String> take = script("take.lua");
    private final RedisScript<String> giveBack = script("give-back.lua");
    private final RedisScript<String> throttled = script("throttled.lua");
    private final RedisScript<String> seed = script("seed.lua");

    LimitsRedis(LettuceConnectionFactory connections, LimitsSettings settings) {
        this.redis = new StringRedisTemplate(connections);
        this.prefix = "postrider:{" + settings.account() + "}:";
        connections.getRequiredNativeClient().addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                reconnected.set(true);
            }
        });
    }

    private static RedisScript<String> script(String file) {
        return RedisScript.of(new ClassPathResource(file, LimitsRedis.class), String.class);
    }

    /** After a reconnect Redis may have lost its last writes: the bucket is then taken to be empty. */
    LimitsReply take(String run, Object... arguments) {
        boolean doubtful = reconnected.getAndSet(false);
        try {
            return LimitsReply.parse(call(take, keys(run), doubtful ? "1" : "0", arguments));
        } catch (LimitsUnavailable e) {
            reconnected.set(true);
            throw e;
        }
    }

    void giveBack(String run, int unused, long minute, boolean runLimited) {
        call(giveBack, keys(run), Integer.toString(unused), minute, runLimited ? 1 : 0);
    }

    void throttled() {
        call(throttled, keys("").subList(0, 1), "0.7");
    }

    void seed(double countedBySes, Map<Long, Long> sent) {
        Object[] pairs = sent.entrySet().stream()
                .flatMap(entry -> List.<Object>of(entry.getKey(), entry.getValue()).stream())
                .toArray();
        call(seed, List.of(prefix + "quota"), Double.toString(countedBySes), pairs);
    }

    /** Recipients by minute, or empty where nothing is known since Redis lost it. */
    Map<Long, Long> sentByMinute() {
        Map<Long, Long> sent = new TreeMap<>();
        Map<String, String> fields =
                orUnavailable(() -> redis.<String, String>opsForHash().entries(prefix + "quota"));
        if (fields.containsKey("seeded")) {
            fields.forEach((field, value) -> {
                if (Character.isDigit(field.charAt(0))) {
                    sent.put(Long.valueOf(field), Long.valueOf(value));
                }
            });
        }
        return sent;
    }

    private List<String> keys(String run) {
        return List.of(prefix + "rate", prefix + "rate:" + run, prefix + "quota");
    }

    private String call(RedisScript<String> script, List<String> keys, String first, Object... rest) {
        Object[] arguments = new Object[rest.length + 1];
        arguments[0] = first;
        for (int i = 0; i < rest.length; i++) {
            arguments[i + 1] = rest[i].toString();
        }
        return orUnavailable(() -> redis.execute(script, keys, arguments));
    }

    private static <T> T orUnavailable(java.util.function.Supplier<T> command) {
        try {
            return command.get();
        } catch (DataAccessException e) {
            Throwable cause = e.getMostSpecificCause();
            throw new LimitsUnavailable("Redis (limits) is unavailable: " + cause.getMessage(), e);
        }
    }
}
