package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLintTests {

    private static final String LINK = "<a href=\"${unsubscribeUrl}\">Unsubscribe</a>";

    @TempDir
    private Path templates;

    @BeforeEach
    void writeAProperTemplate() throws IOException {
        write("subject.ftl", "Hello");
        write("body.ftlh", "<p>Hello</p>" + LINK);
        write("sample.json", """
                {"recipient": {"id": "1", "email": "success@simulator.amazonses.com", "firstName": "Ada",
                               "lastActiveAt": "2026-11-20T10:00:00Z"},
                 "attributes": {"level": 3, "vip": true, "born": "2000-01-31"},
                 "friends": [{"id": "2", "firstName": "Bo", "attributes": {}}],
                 "campaign": {"name": "news"}, "slot": "2026-11-24T09:00:00Z", "unsubscribeUrl": "https://x.example/u/1"}
                """);
    }

    @Test
    void findsNothingInAProperTemplate() {
        assertThat(lint()).isEmpty();
    }

    @Test
    void findsAVariableThatTheSampleLacks() throws IOException {
        write("body.ftlh", LINK + "\n${attributes.lvel}");
        assertThat(lint()).containsExactly("ERROR news/body.ftlh:2:3: missing variable attributes.lvel");
    }

    @Test
    void findsAVariableThatARecipientMayLack() throws IOException {
        write("body.ftlh", LINK + "${recipient.firstName} ${attributes.level!}");
        assertThat(lint()).containsExactly("ERROR news/body.ftlh:1:46: missing variable recipient.firstName");
    }

    @Test
    void findsAVariableThatIsMissingInABranchTheSampleDoesNotTake() throws IOException {
        write("body.ftlh", LINK + "<#if !((attributes.vip)!true)>${attributes.vipp}</#if>");
        assertThat(lint()).containsExactly("ERROR news/body.ftlh:1:76: missing variable attributes.vipp");
    }

    @Test
    void findsAFriendsVariableThatMayBeMissing() throws IOException {
        write("body.ftlh", LINK + "<#list friends as f>${f.firstName}</#list>");
        assertThat(lint()).containsExactly("ERROR news/body.ftlh:1:66: missing variable f.firstName");
    }

    @Test
    void findsSyntaxErrors() throws IOException {
        write("subject.ftl", "${");
        assertThat(lint()).singleElement().asString().startsWith("ERROR news/subject.ftl:1:");
    }

    @Test
    void findsForbiddenConstructs() throws IOException {
        write("body.ftlh", LINK + "\n${recipient.firstName?no_esc}");
        write("subject.ftl", "${'x'?eval}");
        assertThat(lint())
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .isEqualTo("ERROR news/subject.ftl:1:3: ?eval is not permitted in templates"),
                        finding -> assertThat(finding).startsWith("ERROR news/body.ftlh:2:23: The ?no_esc expression"));
    }

    @Test
    void findsThatTheUnsubscribeLinkIsMissing() throws IOException {
        write("body.ftlh", "<p>Hello</p>");
        assertThat(lint())
                .containsExactly(
                        "ERROR news/body.ftlh: has no unsubscribe link: <a href=\"${unsubscribeUrl}\">",
                        "WARNING news/body.ftlh: the text part has no unsubscribe link: ${unsubscribeUrl}");
    }

    @Test
    void findsThatTheUnsubscribeLinkIsMissingForSomeRecipients() throws IOException {
        write("body.ftlh", "<#if (attributes.vip)!false>" + LINK + "</#if>");
        assertThat(lint()).anyMatch(finding -> finding.contains("has no unsubscribe link"));
    }

    @Test
    void takesAnAddressThatIsOnlyNamedForNoLink() throws IOException {
        write("body.ftlh", "<p>${unsubscribeUrl}</p>");
        assertThat(lint())
                .containsExactly("ERROR news/body.ftlh: has no unsubscribe link: <a href=\"${unsubscribeUrl}\">");
    }

    @Test
    void findsThatATextPartOfItsOwnHasNoUnsubscribeLink() throws IOException {
        write("body.txt.ftl", "Hello");
        assertThat(lint())
                .containsExactly("WARNING news/body.txt.ftl: the text part has no unsubscribe link: ${unsubscribeUrl}");
    }

    @Test
    void findsABodyThatGmailClips() throws IOException {
        write("body.ftlh", LINK + "\u00e9".repeat(52 * 1024));
        assertThat(lint()).containsExactly("ERROR news/body.ftlh: makes more than 102 kB of HTML, which Gmail clips");
    }

    @Test
    void findsThatTheSampleIsMissing() throws IOException {
        Files.delete(templates.resolve("news/sample.json"));
        assertThat(lint())
                .containsExactly("ERROR news/sample.json: is missing: preview, lint and proof copies need it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "{\n \"recipient\": {\"id\": 1,}}", "{\"a\": nope}", "null"})
    void findsThatTheSampleIsBroken(String json) throws IOException {
        write("sample.json", json);
        assertThat(lint())
                .singleElement()
                .asString()
                .startsWith("ERROR news/sample.json")
                .doesNotContain("\n");
    }

    @Test
    void findsThatTheSampleHasNoRecipient() throws IOException {
        write("sample.json", "{}");
        assertThat(lint()).containsExactly("ERROR news/sample.json: has no recipient with an email");
    }

    @Test
    void readsDatesOfTheSample() throws IOException {
        write("body.ftlh", LINK + "${slot?date} ${(recipient.lastActiveAt?time)!} ${(attributes.born?date)!}");
        assertThat(lint()).isEmpty();
    }

    @Test
    void doesNotHangOnATemplateWithoutEnd() throws IOException {
        write("body.ftlh", LINK + "<#macro m><@m/><@m/></#macro><#if attributes.vip??><@m/></#if>");
        assertThat(lint()).containsExactly("ERROR news/body.ftlh: macros or functions call each other without end");
    }

    @Test
    void saysThatThereIsNoSuchTemplate() {
        assertThatThrownBy(() -> new TemplateLint(settings()).lint("nws"))
                .isInstanceOf(TemplateNotFound.class)
                .hasMessage("no template 'nws' in " + templates);
    }

    private List<String> lint() {
        return new TemplateLint(settings())
                .lint("news").stream()
                        .map(finding -> finding.severity() + " " + finding)
                        .toList();
    }

    private TemplateSettings settings() {
        return new TemplateSettings(templates, Locale.US);
    }

    private void write(String file, String content) throws IOException {
        Files.createDirectories(templates.resolve("news"));
        Files.writeString(templates.resolve("news").resolve(file), content);
    }
}
