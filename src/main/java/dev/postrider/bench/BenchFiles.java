package dev.postrider.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The campaign {@value #NAME} and its template, whose HTML is as long as it is asked to be. */
public final class BenchFiles {

    public static final String NAME = "bench";
    public static final int MIN_HTML = 3_000;

    private static final List<String> TEMPLATE =
            List.of("subject.ftl", "offers.ftl", "body.ftlh", "body.txt.ftl", "sample.json");
    private static final String PLACE_OF_COUNT = "12345";

    /** Mean lengths over sample recipients; a test holds the template to them. */
    private static final int HTML_AROUND_OFFERS = 1_480;

    private static final int HTML_OF_OFFER = 1_200;

    private BenchFiles() {}

    /**
     * Writes {@code jobs} and {@code templates}.
     *
     * @param htmlBytes length of the HTML part on average; the text part comes on top
     */
    public static void write(Path directory, int htmlBytes) throws IOException {
        int offers = Math.max(1, Math.round((htmlBytes - HTML_AROUND_OFFERS) / (float) HTML_OF_OFFER));
        Path template = Files.createDirectories(directory.resolve("templates").resolve(NAME));
        for (String file : TEMPLATE) {
            String content = resource("template/" + file).replace(PLACE_OF_COUNT, Integer.toString(offers));
            Files.writeString(template.resolve(file), content);
        }
        Path jobs = Files.createDirectories(directory.resolve("jobs"));
        Files.writeString(jobs.resolve(NAME + ".yml"), resource(NAME + ".yml"));
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = BenchFiles.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IOException("the program lacks " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
