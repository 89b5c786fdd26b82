package dev.postrider.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Lua script beside this class; called by its digest, and sent whole when Redis does not know it (any more).
 *
 * @param <T> of the answer, as the output type makes it
 */
final class Script<T> {

    private final String text;
    private final String digest;
    private final ScriptOutputType output;

    Script(String file, ScriptOutputType output) {
        byte[] bytes = read(file);
        this.text = new String(bytes, UTF_8);
        this.digest = Base16.digest(bytes);
        this.output = output;
    }

    private static byte[] read(String file) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    T call(RedisLinks links, String[] keys, byte[]... arguments) {
        try {
            return links.shared(commands -> byDigest(commands, keys, arguments));
        } catch (RedisNoScriptException e) {
            return links.shared(commands -> commands.eval(text, output, keys, arguments));
        }
    }

    private RedisFuture<T> byDigest(
            RedisClusterAsyncCommands<String, byte[]> commands, String[] keys, byte[][] arguments) {
        return commands.evalsha(digest, output, keys, arguments);
    }
}
