package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postrider.ledger.RunId;
import io.lettuce.core.Consumer;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XReadArgs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The consumer group of a run's stream: made when absent, also after Redis lost it, and read from the beginning. */
final class OutboxConsumers {

    static final String GROUP = "deliver";

    /** Holds what consumers left; its owner, before the colon as in every consumer's name, is no process. */
    private static final String LEFT = "nobody:left";

    private static final int MOST_LEFT = 100;
    private static final int MOST_LOSSES = 10;

    private final RedisLinks links;
    private final Duration claimAfter;
    private final Script<List<Object>> claim = new Script<>("claim.lua", ScriptOutputType.MULTI);
    private final Script<Long> oldest = new Script<>("oldest.lua", ScriptOutputType.INTEGER);
    private final Script<byte[]> createGroup = new Script<>("create-group.lua", ScriptOutputType.VALUE);

    OutboxConsumers(RedisLinks links, Duration claimAfter) {
        this.links = links;
        this.claimAfter = claimAfter;
    }

    List<RawEntry> pending(RunId run, String consumer, int max) {
        String stream = OutboxKeys.of(run).stream();
        XReadArgs.StreamOffset<String> own = XReadArgs.StreamOffset.from(stream, "0");
        return orNone(() -> readGroup(stream, consumer, XReadArgs.Builder.count(max), own, Duration.ZERO));
    }

    List<RawEntry> next(RunId run, String consumer, int max, Duration block) {
        String stream = OutboxKeys.of(run).stream();
        XReadArgs arguments = XReadArgs.Builder.count(max);
        if (block.toMillis() > 0) {
            arguments.block(block);
        }
        XReadArgs.StreamOffset<String> fresh = XReadArgs.StreamOffset.lastConsumed(stream);
        return orAgain(stream, () -> readGroup(stream, consumer, arguments, fresh, block));
    }

    /** Redis may lose its data once more while a read waits for some, though hardly ever as often as this. */
    private List<RawEntry> orAgain(String stream, Supplier<List<RawEntry>> read) {
        for (int lost = 0; lost < MOST_LOSSES; lost++) {
            try {
                return read.get();
            } catch (RedisCommandExecutionException e) {
                if (!isNoGroup(e)) {
                    throw e;
                }
                createGroup.call(links, new String[] {stream}, GROUP.getBytes(UTF_8));
            }
        }
        return read.get();
    }

    @SuppressWarnings("unchecked")
    private List<RawEntry> readGroup(
            String stream,
            String consumer,
            XReadArgs arguments,
            XReadArgs.StreamOffset<String> offset,
            Duration block) {
        Consumer<String> self = Consumer.from(GROUP, consumer);
        return entries(
                links.ofConsumer(stream, consumer, block, commands -> commands.xreadgroup(self, arguments, offset)));
    }

    List<RawEntry> abandoned(RunId run, String consumer, int max, Predicate<String> isDead) {
        return orNone(() -> {
            List<RawEntry> claimed = ofTheDead(run, consumer, max, isDead);
            return claimed.isEmpty() ? heldTooLong(run, consumer, max) : claimed;
        });
    }

    private List<RawEntry> ofTheDead(RunId run, String consumer, int max, Predicate<String> isDead) {
        List<String> dead = names(run).stream()
                .filter(name -> !name.equals(consumer) && isDead.test(name))
                .toList();
        if (dead.isEmpty()) {
            return List.of();
        }
        return claim(run, consumer, max, dead);
    }

    private List<RawEntry> claim(RunId run, String consumer, int max, List<String> from) {
        byte[][] arguments = Stream.concat(Stream.of(GROUP, consumer, Integer.toString(max)), from.stream())
                .map(argument -> argument.getBytes(UTF_8))
                .toArray(byte[][]::new);
        List<Object> claimed = claim.call(links, new String[] {OutboxKeys.of(run).stream()}, arguments);
        return claimed == null
                ? List.of()
                : claimed.stream().map(RawEntry::ofReply).toList();
    }

    Set<String> names(RunId run) {
        try {
            return links.shared(commands -> commands.xinfoConsumers(OutboxKeys.of(run).stream(), GROUP)).stream()
                    .map(OutboxConsumers::name)
                    .collect(Collectors.toSet());
        } catch (RedisCommandExecutionException e) {
            if (isNoGroup(e)) {
                return Set.of();
            }
            throw e;
        }
    }

    private static String name(Object consumer) {
        List<?> fields = (List<?>) consumer;
        return new String((byte[]) fields.get(1), UTF_8);
    }

    private List<RawEntry> heldTooLong(RunId run, String consumer, int max) {
        XAutoClaimArgs<String> arguments = XAutoClaimArgs.Builder.xautoclaim(
                        Consumer.from(GROUP, consumer), claimAfter, "0-0")
                .count(max);
        return entries(links.shared(commands -> commands.xautoclaim(OutboxKeys.of(run).stream(), arguments))
                .getMessages());
    }

    /** What the consumer holds goes to one that belongs to nobody alive, where the others find it. */
    void leave(RunId run, String consumer) {
        links.close(OutboxKeys.of(run).stream(), consumer);
        orNone(() -> claim(run, LEFT, MOST_LEFT, List.of(consumer)));
    }

    OutboxDepth depth(RunId run) {
        OutboxKeys keys = OutboxKeys.of(run);
        long entries = links.shared(commands -> commands.xlen(keys.stream()));
        byte @Nullable [] total = links.shared(commands -> commands.hget(keys.sizes(), "total"));
        return new OutboxDepth(
                entries, total == null ? 0 : Long.parseLong(new String(total, UTF_8)), pending(keys.stream()));
    }

    Optional<Duration> age(RunId run) {
        Long millis = oldest.call(links, new String[] {OutboxKeys.of(run).stream()});
        return Optional.ofNullable(millis).map(Duration::ofMillis);
    }

    private long pending(String stream) {
        try {
            return links.shared(commands -> commands.xpending(stream, GROUP)).getCount();
        } catch (RedisCommandExecutionException e) {
            if (isNoGroup(e)) {
                return 0;
            }
            throw e;
        }
    }

    private static List<RawEntry> orNone(Supplier<List<RawEntry>> read) {
        try {
            return read.get();
        } catch (RedisCommandExecutionException e) {
            if (isNoGroup(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean isNoGroup(RedisCommandExecutionException e) {
        String text = String.valueOf(e.getMessage());
        return text.contains("NOGROUP") || text.contains("no such key") || text.startsWith("UNBLOCKED");
    }

    private static List<RawEntry> entries(@Nullable List<StreamMessage<String, byte[]>> messages) {
        return messages == null
                ? List.of()
                : messages.stream().map(RawEntry::of).toList();
    }
}
