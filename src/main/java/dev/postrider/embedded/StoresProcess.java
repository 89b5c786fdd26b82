package dev.postrider.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stores on a data directory, which one process at a time may have. The directory holds {@code stores.properties}
 * while they run.
 */
public final class StoresProcess implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;
    private final EmbeddedStores stores;
    private final StoresDoor door;
    private final Map<String, String> settings;

    private StoresProcess(
            Path directory, FileChannel lock, EmbeddedStores stores, StoresDoor door, Map<String, String> settings) {
        this.directory = directory;
        this.lock = lock;
        this.stores = stores;
        this.door = door;
        this.settings = settings;
    }

    /**
     * @param durable whether their data is kept in the directory, or only in memory
     * @param stays whether they stay although no program uses them
     * @throws StoresBusy when another process has the directory
     */
    public static StoresProcess start(Path directory, boolean durable, boolean stays) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock = lock(directory);
        EmbeddedStores stores = durable ? EmbeddedStores.in(directory) : EmbeddedStores.inMemory();
        StoresDoor door = new StoresDoor(stays);
        Map<String, String> settings = new LinkedHashMap<>(stores.properties());
        settings.put(SealingSecret.PROPERTY, SealingSecret.in(directory));
        StoresProcess process = new StoresProcess(directory, lock, stores, door, settings);
        process.publish();
        return process;
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve("stores.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new StoresBusy(directory);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void publish() throws IOException {
        door.open();
        new StoresFile(
                        settings,
                        door.port(),
                        door.token(),
                        ProcessHandle.current().pid())
                .write(directory);
    }

    /** What programs connect with, by Spring property name; the key that seals links is only in the file. */
    public Map<String, String> properties() {
        return stores.properties();
    }

    public Path file() {
        return StoresFile.in(directory);
    }

    /** Returns once no program uses the stores any more. */
    public void awaitUnused() throws InterruptedException {
        door.awaitUnused();
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(file());
        stores.close();
        lock.close();
    }
}
