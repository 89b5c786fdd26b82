package dev.postrider.outbox;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The outbox's connections: one that all share, and one for each consumer, which blocks on it. They are made when first
 * needed and reconnect by themselves; every command ends within its time-out.
 */
final class RedisLinks implements AutoCloseable {

    private static final String SHARED = "";
    private static final Pattern IN_SCRIPT = Pattern.compile("[.]? script: [0-9a-f]+,.*");
    private static final String FULL = "OOM";
    private static final Set<String> OUTAGES = Set.of(
            FULL,
            "LOADING",
            "BUSY",
            "READONLY",
            "MISCONF",
            "NOREPLICAS",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "MASTERDOWN",
            "NOAUTH",
            "NOPERM",
            "WRONGPASS");

    private final LettuceConnectionFactory factory;
    private final Duration timeout;
    private final ConcurrentMap<String, RedisLink> links = new ConcurrentHashMap<>();

    RedisLinks(LettuceConnectionFactory factory) {
        this.factory = factory;
        this.timeout = factory.getClientConfiguration().getCommandTimeout();
    }

    <T> T shared(Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        return call(SHARED, Duration.ZERO, command);
    }

    /**
     * On the connection of one consumer of one stream.
     *
     * @param block how long the command may block in Redis, on top of the time-out
     */
    <T> T ofConsumer(
            String stream,
            String consumer,
            Duration block,
            Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        return call(name(stream, consumer), block, command);
    }

    private static String name(String stream, String consumer) {
        return stream + " " + consumer;
    }

    private <T> T call(
            String name, Duration block, Function<RedisClusterAsyncCommands<String, byte[]>, RedisFuture<T>> command) {
        try {
            return await(command.apply(link(name).commands()), block.plus(timeout));
        } catch (RedisException e) {
            throw failure(e);
        }
    }

    private RedisLink link(String name) {
        return links.computeIfAbsent(name, absent -> RedisLink.open(factory.getRequiredNativeClient()));
    }

    private static <T> T await(RedisFuture<T> answer, Duration atMost) {
        try {
            return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RedisException cause ? cause : new RedisException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new RedisException("no answer within " + atMost.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted while waiting for an answer", e);
        }
    }

    private static RuntimeException failure(RedisException e) {
        String code = e instanceof RedisCommandExecutionException ? code(e) : "";
        if (e instanceof RedisCommandExecutionException && !OUTAGES.contains(code)) {
            return e;
        }
        String state = code.equals(FULL) ? "full" : "unavailable";
        return new OutboxUnavailable("Redis (outbox) is " + state + ": " + causes(e), e);
    }

    /** The word that a refusal begins with. Some say that Redis cannot work now, for whatever command. */
    private static String code(RedisException refusal) {
        return String.valueOf(refusal.getMessage()).split(" ", 2)[0];
    }

    /** What Lettuce says, which names the server, and the root of it, which says why. */
    static String causes(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = IN_SCRIPT
                .matcher(String.valueOf(e.getMessage()).replace("/<unresolved>", ""))
                .replaceFirst("");
        return root == e || root.getMessage() == null ? message : message + ": " + root.getMessage();
    }

    void close(String stream, String consumer) {
        closeIf(name(stream, consumer)::equals);
    }

    void closeAll(String stream) {
        closeIf(name -> name.startsWith(name(stream, "")));
    }

    @Override
    public void close() {
        closeIf(name -> true);
    }

    private void closeIf(Predicate<String> chosen) {
        links.keySet().stream().filter(chosen).forEach(name -> {
            RedisLink link = links.remove(name);
            if (link != null) {
                link.close();
            }
        });
    }
}
