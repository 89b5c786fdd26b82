package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFolderTests {

    @TempDir
    private Path directory;

    private Path root;

    @BeforeEach
    void writeFiles() throws IOException {
        root = directory.resolve("templates");
        write("news/subject.ftl");
        write("news/parts/a.ftlh");
        write("layout/mail.ftlh");
        write("other/body.ftlh");
        Files.writeString(directory.resolve("secret.txt"), "secret");
    }

    @Test
    void readsTheTemplateAndTheLayoutAndNothingElse() {
        assertThat(folder().read("news").files())
                .containsOnlyKeys("news/subject.ftl", "news/parts/a.ftlh", "layout/mail.ftlh");
    }

    @Test
    void namesAllTemplates() {
        assertThat(folder().names()).containsExactly("news", "other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nws", "", ".", "..", "../templates/news", "news/parts", "/etc", "layout", "news\n", "news/"})
    void hasNoTemplateOfAnotherName(String name) {
        assertThatThrownBy(() -> folder().read(name))
                .isInstanceOf(TemplateNotFound.class)
                .hasMessageStartingWith("no template '")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        assertThatThrownBy(() -> new TemplateFolder(directory.resolve("none")).read("news"))
                .isInstanceOf(TemplateNotFound.class);
        assertThatThrownBy(() -> new TemplateFolder(directory.resolve("none")).names())
                .isInstanceOf(TemplateNotFound.class)
                .hasMessageContaining("none");
    }

    @Test
    void leavesOutHiddenFilesAndBackups() throws IOException {
        write("news/.git/config");
        write("news/.body.ftlh.swp");
        write("news/body.ftlh~");
        assertThat(folder().read("news").files()).hasSize(3);
    }

    @Test
    void refusesLinksThatLeadOut() throws IOException {
        Files.createSymbolicLink(root.resolve("news/evil.ftl"), directory.resolve("secret.txt"));
        assertThatThrownBy(() -> folder().read("news"))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessage("news/evil.ftl: is a link that leads out of the templates folder");
    }

    @Test
    void refusesLinksToFolders() throws IOException {
        Files.createSymbolicLink(root.resolve("layout/more"), root.resolve("other"));
        assertThatThrownBy(() -> folder().read("news")).hasMessageStartingWith("layout/more: is a link");
    }

    @Test
    void refusesLinksToNowhere() throws IOException {
        Files.createSymbolicLink(root.resolve("news/x.ftl"), root.resolve("gone"));
        assertThatThrownBy(() -> folder().read("news")).isInstanceOf(InvalidTemplate.class);
    }

    @Test
    void followsLinksWithin() throws IOException {
        write("news/..data/body.ftlh");
        Files.createSymbolicLink(root.resolve("news/body.ftlh"), Path.of("..data/body.ftlh"));
        assertThat(folder().read("news").files()).hasSize(4).containsKey("news/body.ftlh");
    }

    @Test
    void boundsTheSize() throws IOException {
        Files.write(root.resolve("news/big.bin"), new byte[(4 << 20) + 1]);
        assertThatThrownBy(() -> folder().read("news")).hasMessage("news/big.bin: is larger than 4 MB");
    }

    @Test
    void hashesContentsByPath() throws IOException {
        String before = folder().read("news").hash();
        assertThat(before)
                .matches("[0-9a-f]{64}")
                .isEqualTo(folder().read("news").hash());
        Files.writeString(root.resolve("layout/mail.ftlh"), "changed");
        String edited = folder().read("news").hash();
        Files.move(root.resolve("layout/mail.ftlh"), root.resolve("layout/mial.ftlh"));
        assertThat(folder().read("news").hash()).isNotIn(before, edited);
        assertThat(edited).isNotEqualTo(before);
    }

    private TemplateFolder folder() {
        return new TemplateFolder(root);
    }

    private void write(String file) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "content");
    }
}
