package dev.postrider.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where sample recipients come from.
 *
 * @param given given names, separated by spaces
 * @param family family names, separated by spaces
 */
record Culture(String locale, List<String> zones, List<String> cities, String given, String family) {

    static List<Culture> all() {
        try (InputStream json = Culture.class.getResourceAsStream("cultures.json")) {
            return new JsonMapper().readValue(json, new TypeReference<List<Culture>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String givenName(RandomGenerator random) {
        return any(random, List.of(given.split(" ")));
    }

    String familyName(RandomGenerator random) {
        return any(random, List.of(family.split(" ")));
    }

    static <T> T any(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
