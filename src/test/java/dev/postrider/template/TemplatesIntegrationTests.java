package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.SettableClock;
import dev.postrider.embedded.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.util.FileSystemUtils;

@Tag("mongodb")
class TemplatesIntegrationTests {

    private final SimpleMongoClientDatabaseFactory mongo = new SimpleMongoClientDatabaseFactory(
            Objects.requireNonNull(TestStores.properties().get("spring.mongodb.uri")));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final OldTemplates old = new OldTemplates(mongo);

    @TempDir
    private Path directory;

    private Templates templates = templates(Path.of("."));

    @BeforeEach
    void writeATemplate() throws IOException {
        write("news/subject.ftl", "News for ${recipient.firstName}\r\n");
        write("news/body.ftlh", "<#import \"/layout/mail.ftlh\" as mail>\r\n<@mail.page>old</@mail.page>");
        write("layout/mail.ftlh", "<#macro page><p><#nested></p></#macro>");
        templates = templates(directory);
    }

    @AfterEach
    void disconnect() throws Exception {
        mongo.destroy();
    }

    @Test
    void rendersWhatWasPinnedAfterAnEdit() throws IOException {
        String hash = templates.pin("news");
        CompiledTemplate before = templates.compile(hash);
        write("news/body.ftlh", "new");
        write("layout/mail.ftlh", "new");
        assertThat(before.render(model()).html()).hasToString("<p>old</p>");
        assertThat(templates(directory).compile(hash).render(model()))
                .isEqualTo(new RenderedMessage("News for Ada", RenderedText.of("<p>old</p>"), RenderedText.of("old")));
        assertThat(templates.pin("news")).isNotEqualTo(hash);
    }

    @Test
    void rendersWhatWasPinnedOnAnotherNodeAfterTheFolderWasDeleted() throws IOException {
        String hash = templates.pin("news");
        FileSystemUtils.deleteRecursively(directory);
        assertThat(templates(Path.of("nowhere"))
                        .compile(hash)
                        .render(model())
                        .html()
                        .toString())
                .isEqualTo("<p>old</p>");
    }

    @Test
    void pinsTheSameContentOnce() {
        String hash = templates.pin("news");
        assertThat(templates.pin("news")).isEqualTo(hash);
        assertThat(pinned()).isEqualTo(1);
    }

    @Test
    void whatIsPinnedAgainIsNotOld() {
        String hash = templates.pin("news");
        clock.advance(Duration.ofDays(1));
        Instant limit = clock.instant();
        assertThat(old.pinnedBefore(limit)).containsExactly(hash);

        templates.pin("news");

        assertThat(old.delete(hash, limit)).isFalse();
        assertThat(old.pinnedBefore(limit)).isEmpty();
        assertThat(pinned()).isEqualTo(1);
    }

    @Test
    void isThereAfterAPinWhateverIsDeletedMeanwhile() {
        String hash = templates.pin("news");
        clock.advance(Duration.ofDays(1));
        Instant limit = clock.instant();

        IntStream.range(0, 32).parallel().forEach(i -> {
            if (i % 2 == 0) {
                templates.pin("news");
                assertThat(templates(directory).compile(hash).render(model()).subject())
                        .isEqualTo("News for Ada");
            } else {
                old.delete(hash, limit);
            }
        });

        assertThat(pinned()).isEqualTo(1);
    }

    @Test
    void pinsFromManyThreadsAtOnce() {
        List<String> hashes = IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> templates.pin("news"))
                .distinct()
                .toList();
        assertThat(hashes).hasSize(1);
        assertThat(pinned()).isEqualTo(1);
    }

    @Test
    void compilesAHashOnce() {
        String hash = templates.pin("news");
        assertThat(templates.compile(hash)).isSameAs(templates.compile(hash));
    }

    @Test
    void pinsNothingThatCannotBeRendered() throws IOException {
        write("layout/mail.ftlh", "<#macro page>");
        assertThatThrownBy(() -> templates.pin("news"))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageStartingWith("layout/mail.ftlh:1:");
        assertThat(pinned()).isZero();
    }

    @Test
    void saysThatATemplateIsUnknown() {
        assertThatThrownBy(() -> templates.pin("nws")).isInstanceOf(TemplateNotFound.class);
        assertThatThrownBy(() -> templates.compile("abc"))
                .isInstanceOf(TemplateNotFound.class)
                .hasMessage("no template has been pinned as abc");
    }

    private long pinned() {
        return mongo.getMongoDatabase().getCollection("templates").countDocuments();
    }

    private Templates templates(Path root) {
        return new Templates(new TemplateSettings(root, Locale.US), new PinnedTemplates(mongo, clock));
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static Map<String, Object> model() {
        return Map.of("recipient", Map.of("id", "1", "firstName", "Ada"));
    }
}
