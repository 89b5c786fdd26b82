package dev.postrider.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What a {@code stores} process writes about itself into {@code stores.properties}: the settings to connect with, and
 * the door by which programs say that they use the stores. Spring can read it as a configuration file.
 *
 * @param settings by Spring property name
 * @param door port on loopback
 * @param token that the door asks for, so that a port taken over by something else is noticed
 */
record StoresFile(Map<String, String> settings, int door, String token, long pid) {

    private static final String NAME = "stores.properties";
    private static final String DOOR = "stores.door";
    private static final String TOKEN = "stores.token";
    private static final String PID = "stores.pid";

    static Path in(Path directory) {
        return directory.resolve(NAME);
    }

    void write(Path directory) throws IOException {
        StringBuilder text = new StringBuilder("# The stores of process " + pid + "; gone when it ends\n");
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(DOOR, Integer.toString(door));
        all.put(TOKEN, token);
        all.put(PID, Long.toString(pid));
        for (Map.Entry<String, String> entry : all.entrySet()) {
            text.append(line(entry.getKey(), entry.getValue()));
        }
        new OwnerOnlyFile(in(directory)).write(text.toString());
    }

    /** One line of a properties file, escaped. */
    static String line(String key, String value) throws IOException {
        Properties single = new Properties();
        single.setProperty(key, value);
        StringWriter text = new StringWriter();
        single.store(text, null);
        return text.toString()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .findFirst()
                        .orElse("") + "\n";
    }

    /** Empty when there is none, or none that is whole. */
    static Optional<StoresFile> read(Path directory) throws IOException {
        Properties all = new Properties();
        try {
            all.load(new StringReader(Files.readString(in(directory))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (!all.stringPropertyNames().containsAll(java.util.Set.of(DOOR, TOKEN, PID))) {
            return Optional.empty();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        all.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("stores."))
                .sorted()
                .forEach(name -> settings.put(name, all.getProperty(name)));
        int door = Integer.parseInt(all.getProperty(DOOR));
        return Optional.of(
                new StoresFile(settings, door, all.getProperty(TOKEN), Long.parseLong(all.getProperty(PID))));
    }
}
