package dev.postrider.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;

/** What campaigns of these tests consist of: files in a folder, and recipients {@code r0} and so on. */
record RolloutFiles(Path folder) {

    void writeTemplate() throws IOException {
        write("templates/loyalty/subject.ftl", "Coins for you");
        write("templates/loyalty/body.ftlh", "<p>Hello <a href=\"${unsubscribeUrl}\">Unsubscribe</a></p>");
    }

    /** @param keys further lines of the file */
    void writeCampaign(String campaign, String keys) throws IOException {
        write("jobs/" + campaign + ".yml", """
                campaign: %s
                from: "Lucky Reels <rewards@mail.example.com>"
                template: loyalty
                segment: {}
                %s
                """.formatted(campaign, keys));
    }

    static List<Document> recipients(int count) {
        return IntStream.range(0, count).mapToObj(RolloutFiles::recipient).toList();
    }

    private static Document recipient(int number) {
        String address = "r" + number + "@example.com";
        return new Document("_id", "r" + number)
                .append("email", address)
                .append("address", address)
                .append("subscription", "SUBSCRIBED")
                .append("friends", List.of())
                .append("attributes", new Document());
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }
}
