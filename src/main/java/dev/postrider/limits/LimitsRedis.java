package dev.postrider.limits;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The scripts over the keys of one account: hash {@code postrider:{ACCOUNT}:rate} (the bucket, and the factor that a
 * throttled request lowers), {@code ...:rate:RUN} (a run's own bucket), and hash {@code ...:quota}: recipients by minute,
 * their {@code total}, {@code others} (what SES counted beyond them), {@code swept} (the minute in which expired minutes
 * were last removed), {@code seeded}, and {@code day:N:IDENTITY}, the recipients of an identity that is
 * warming up, on the UTC day N since 1970.
 */
@Component
class LimitsRedis {

    static final String NO_IDENTITY = "";

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

    /**
     * After a reconnect Redis may have lost its last writes: the bucket is then taken to be empty, and days of identities
     * have at least the recipients that are given here.
     */
    LimitsReply take(String run, Map<IdentityDay, Long> days, Object... arguments) {
        boolean doubtful = reconnected.getAndSet(false);
        Object[] all = with(doubtful ? 1 : 0, arguments);
        try {
            LimitsReply reply = LimitsReply.parse(call(take, keys(run), doubtful ? with(all, days) : all));
            if (doubtful && !reply.tellsOfRate()) {
                reconnected.set(true);
            }
            return reply;
        } catch (LimitsUnavailable e) {
            reconnected.set(true);
            throw e;
        }
    }

    private static Object[] with(Object[] arguments, Map<IdentityDay, Long> days) {
        return Stream.concat(Stream.of(arguments), fields(days)).toArray();
    }

    private static Stream<Object> fields(Map<IdentityDay, Long> days) {
        return days.entrySet().stream().flatMap(e -> Stream.of(e.getKey().field(), e.getValue()));
    }

    /** Answers by how many the day of the identity went down: by none that Redis has lost. */
    long giveBack(Permits permits, int unused) {
        return giveBack(permits, unused, permits.runLimited() ? 2 : 1);
    }

    /** The refused messages do not count against the quota; against the rate they do. Answers as {@link #giveBack}. */
    long throttled(Permits permits, int refused) {
        call(throttled, List.of(prefix + "rate"));
        return notTaken(permits, refused);
    }

    /** Back to the quota alone. Answers as {@link #giveBack}. */
    long notTaken(Permits permits, int count) {
        return giveBack(permits, count, 0);
    }

    private long giveBack(Permits permits, int count, int buckets) {
        String identity = Objects.requireNonNullElse(permits.identity(), NO_IDENTITY);
        return Long.parseLong(call(giveBack, keys(permits.run().value()), count, permits.minute(), buckets, identity));
    }

    void seed(double figure, Map<Long, Long> minutes, Map<IdentityDay, Long> days) {
        Stream<Object> ofMinutes = minutes.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()));
        Object[] pairs = Stream.concat(ofMinutes, fields(days)).toArray();
        call(seed, List.of(prefix + "quota"), with(figure, pairs));
    }

    /** Empty where nothing is known since Redis lost it. */
    Optional<QuotaSnapshot> sent() {
        Instant at = Instant.ofEpochMilli(orUnavailable(() -> redis.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time())));
        Map<String, String> fields =
                orUnavailable(() -> redis.<String, String>opsForHash().entries(prefix + "quota"));
        Map<Long, Long> minutes = new TreeMap<>();
        Map<IdentityDay, Long> days = new HashMap<>();
        fields.forEach((field, value) -> {
            if (Character.isDigit(field.charAt(0))) {
                minutes.put(Long.valueOf(field), Long.valueOf(value));
            }
            IdentityDay.of(field).ifPresent(day -> days.put(day, Long.valueOf(value)));
        });
        return fields.containsKey("seeded")
                ? Optional.of(new QuotaSnapshot(at, minutes, days, factor()))
                : Optional.empty();
    }

    private double factor() {
        String factor = orUnavailable(() -> redis.<String, String>opsForHash().get(prefix + "rate", "factor"));
        return factor == null ? 1 : Double.parseDouble(factor);
    }

    /** Recipients of the last 24 hours, those of others included; zero where nothing is known. */
    long total() {
        return orUnavailable(
                        () -> redis.<String, String>opsForHash().multiGet(prefix + "quota", List.of("total", "others")))
                .stream()
                .mapToLong(value -> value == null ? 0 : (long) Double.parseDouble(value))
                .sum();
    }

    private List<String> keys(String run) {
        return List.of(prefix + "rate", prefix + "rate:" + run, prefix + "quota");
    }

    private static Object[] with(Object first, Object... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray();
    }

    private String call(RedisScript<String> script, List<String> keys, Object... arguments) {
        Object[] texts = Stream.of(arguments).map(Object::toString).toArray();
        return orUnavailable(() -> redis.execute(script, keys, texts));
    }

    private static <T> T orUnavailable(Supplier<T> command) {
        try {
            return command.get();
        } catch (DataAccessException e) {
            throw new LimitsUnavailable("Redis (limits) is unavailable: " + causes(e), e);
        }
    }

    /** Of Lettuce's message, which names the server, and the root's, which says why. */
    private static String causes(DataAccessException e) {
        Throwable root = e.getMostSpecificCause();
        Throwable lettuce = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(lettuce.getMessage()).replace("/<unresolved>", "");
        return root == lettuce ? message : message + ": " + root.getMessage();
    }
}
