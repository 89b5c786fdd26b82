package dev.postrider.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * Looks whether the stores are named and answer, before anything is built on them: their clients take half a minute and
 * more to give up, and need that time when a store fails over in the middle of a run.
 */
final class StoreCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RedisSettings redis;
    private final StoreAddresses addresses;

    StoreCheck(Environment environment) {
        this.redis = new RedisSettings(environment);
        this.addresses = new StoreAddresses(environment);
    }

    /**
     * @throws UnusableSetting when it cannot be told where one is
     * @throws StoreNotConfigured when nobody said where one is
     * @throws StoreUnreachable when one has no node that answers
     */
    void check(Set<Store> needed) {
        redis.check();
        List<Store> inOrder = needed.stream().sorted().toList();
        for (Store store : inOrder) {
            if (!addresses.named(store)) {
                throw new StoreNotConfigured(store, store.properties().get(0));
            }
        }
        for (Store store : inOrder) {
            checkReachable(store, addresses.of(store));
        }
    }

    private static void checkReachable(Store store, List<String> nodes) {
        String cause = "";
        for (String node : nodes) {
            cause = connect(node);
            if (cause.isEmpty()) {
                return;
            }
        }
        if (!nodes.isEmpty()) {
            throw new StoreUnreachable(store, String.join(", ", nodes), cause);
        }
    }

    /** Empty when the node takes the connection, otherwise why not. */
    private static String connect(String node) {
        int colon = node.lastIndexOf(':');
        String host = node.substring(0, colon).replaceAll("[\\[\\]]", "");
        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(node.substring(colon + 1)));
            if (address.isUnresolved()) {
                throw new UnknownHostException("unknown host");
            }
            socket.connect(address, (int) PATIENCE.toMillis());
            return "";
        } catch (IOException e) {
            String message = e.getMessage();
            return message == null ? "no answer" : message;
        } catch (NumberFormatException e) {
            return "it has no port";
        }
    }
}
