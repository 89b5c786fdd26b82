package dev.postrider.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.ledger.RunId;
import dev.postrider.recipient.RecipientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeLinksTests {

    private static final String BASE = "https://mail.example.com";
    private static final RunId RUN = RunId.of("weekly-loyalty", Instant.parse("2026-11-24T09:00:00Z"));
    private static final RecipientId RECIPIENT = new RecipientId("00042");

    @Test
    void leadsToThePublicUrlAndBackToWhoItWasMadeFor() {
        UnsubscribeLinks links = links(key("k1", 1));
        String url = links.url(RUN, RECIPIENT);
        assertThat(url).matches("https://mail\\.example\\.com/u/v1\\.k1\\.[A-Za-z0-9_-]+");
        assertThat(links.open(token(url))).contains(new UnsubscribeTarget(RUN, RECIPIENT));
    }

    @Test
    void hidesRunAndRecipient() {
        String payload = token(links(key("k1", 1)).url(RUN, RECIPIENT)).substring("v1.k1.".length());
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.ISO_8859_1))
                .doesNotContain("weekly", "00042");
    }

    @Test
    void aDeadLinkIsOfTheSameFormAndOpensForNobody() {
        UnsubscribeLinks links = links(key("k1", 1));
        assertThat(links.deadUrl()).startsWith(BASE + "/u/");
        assertThat(links.open(token(links.deadUrl()))).isEmpty();
    }

    @Test
    void neverMakesTheSameTokenTwice() {
        UnsubscribeLinks links = links(key("k1", 1));
        Set<String> urls = new HashSet<>();
        IntStream.range(0, 1000).forEach(i -> urls.add(links.url(RUN, RECIPIENT)));
        assertThat(urls).hasSize(1000);
    }

    @Test
    void sealsWithTheFirstKeyAndOpensWithAll() {
        String old = links(key("k1", 1)).url(RUN, RECIPIENT);
        UnsubscribeLinks rotated = links(key("k2", 2), key("k1", 1));
        assertThat(rotated.url(RUN, RECIPIENT)).contains("/u/v1.k2.");
        assertThat(rotated.open(token(old))).isPresent();
        assertThat(links(key("k2", 2)).open(token(old))).isEmpty();
        assertThat(links(key("k1", 2)).open(token(old))).isEmpty();
    }

    @Test
    void doesNotOpenATokenWithAnyCharacterChanged() {
        UnsubscribeLinks links = links(key("k1", 1), key("k2", 1));
        String token = token(links.url(RUN, RECIPIENT));
        for (int i = 0; i < token.length(); i++) {
            for (char replacement : "Av0_-.k2%\u00e9".toCharArray()) {
                String changed = token.substring(0, i) + replacement + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertThat(links.open(changed)).as(changed).isEmpty();
                }
            }
        }
    }

    @Test
    void doesNotOpenATokenThatIsCutOrGrown() {
        UnsubscribeLinks links = links(key("k1", 1));
        String token = token(links.url(RUN, RECIPIENT));
        for (int length = 0; length < token.length(); length++) {
            assertThat(links.open(token.substring(0, length))).isEmpty();
        }
        assertThat(links.open(token + "A")).isEmpty();
        assertThat(links.open(token + "=")).isEmpty();
        assertThat(links.open(token + "." + token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "v1", "v1.k1", "v1.k1.", "v1..", "v2.k1.AAAA", "v1.k9.AAAA", "\n", "../../x"})
    void doesNotOpenWhatIsNoToken(String token) {
        assertThat(links(key("k1", 1)).open(token)).isEmpty();
    }

    @Test
    void fitsIntoAHeaderForTheLongestIds() {
        UnsubscribeLinks links = links(key("k1", 1));
        RunId run = new RunId("c".repeat(63) + "@20261124T090000Z");
        RecipientId recipient = new RecipientId("\u20ac".repeat(RecipientId.MAX_LENGTH));
        String url = links.url(run, recipient);
        assertThat(("<" + url + ">").length()).isLessThanOrEqualTo(995);
        assertThat(links.open(token(url))).contains(new UnsubscribeTarget(run, recipient));
    }

    @Test
    void keepsLineBreaksInARecipientsId() {
        UnsubscribeLinks links = links(key("k1", 1));
        RecipientId recipient = new RecipientId("a\nb");
        assertThat(links.open(token(links.url(RUN, recipient)))).contains(new UnsubscribeTarget(RUN, recipient));
    }

    @Test
    void saysInOneLineThatAKeyIsMissingWhenALinkIsNeeded() {
        UnsubscribeLinks links = new UnsubscribeLinks(new ConsentSettings(BASE, List.of()));
        assertThatThrownBy(() -> links.url(RUN, RECIPIENT))
                .isInstanceOf(InvalidConsentSettings.class)
                .hasMessageStartingWith("postrider.consent.keys is not set")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(links::check).isInstanceOf(InvalidConsentSettings.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "mail.example.com",
                "ftp://mail.example.com",
                "https://",
                "https://a b",
                "https://a.example/?x=1"
            })
    void saysInOneLineThatThePublicUrlIsNotRight(@Nullable String url) {
        UnsubscribeLinks links = new UnsubscribeLinks(new ConsentSettings(url, List.of(key("k1", 1))));
        assertThatThrownBy(links::check)
                .isInstanceOf(InvalidConsentSettings.class)
                .hasMessageStartingWith("postrider.public-url is not ");
    }

    @Test
    void keepsThePathOfThePublicUrl() {
        UnsubscribeLinks links = new UnsubscribeLinks(new ConsentSettings(BASE + "/mail/", List.of(key("k1", 1))));
        assertThat(links.url(RUN, RECIPIENT)).startsWith(BASE + "/mail/u/v1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "k1:c2hvcnQ=", "k 1:c2hvcnQ=", "k1:", "k.1:c2hvcnQ=", "k1:c2hvcnQ!"})
    void refusesAKeyWithoutShowingIt(String key) {
        assertThatThrownBy(() -> links(key).check())
                .isInstanceOf(InvalidConsentSettings.class)
                .hasMessageContaining("postrider.consent.keys")
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesTwoKeysOfOneId() {
        assertThatThrownBy(() -> links(key("k1", 1), key("k1", 2)).check())
                .isInstanceOf(InvalidConsentSettings.class)
                .hasMessageContaining("'k1' is twice");
    }

    @Test
    void showsNoKeyInItsSettings() {
        assertThat(new ConsentSettings(BASE, List.of(key("k1", 1))).toString()).doesNotContain("AQEB");
    }

    private static UnsubscribeLinks links(String... keys) {
        return new UnsubscribeLinks(new ConsentSettings(BASE, List.of(keys)));
    }

    private static String key(String id, int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
