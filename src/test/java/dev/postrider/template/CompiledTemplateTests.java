package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledTemplateTests {

    private static final String HOSTILE = "<script>alert('x') & \"y\"</script>";

    @Test
    void escapesValuesInHtmlAndOnlyThere() {
        RenderedMessage message = Drafts.template()
                .file("draft/subject.ftl", "${attributes.game}")
                .file("draft/body.ftlh", "<p title=\"${attributes.game}\">${attributes.game}</p>")
                .file("draft/body.txt.ftl", "${attributes.game}")
                .compile()
                .render(Drafts.model(Map.of("game", HOSTILE)));
        String escaped = "&lt;script&gt;alert(&#39;x&#39;) &amp; &quot;y&quot;&lt;/script&gt;";
        assertThat(message.html()).hasToString("<p title=\"" + escaped + "\">" + escaped + "</p>");
        assertThat(message.subject()).isEqualTo(HOSTILE);
        assertThat(message.text()).hasToString(HOSTILE);
    }

    @Test
    void escapesInPiecesWhateverTheirFileIsCalled() {
        CompiledTemplate template = Drafts.template()
                .file("draft/body.ftlh", "<#include \"/layout/piece.txt\"><#import \"/layout/m.ftl\" as m><@m.show/>")
                .file("layout/piece.txt", "${attributes.game}")
                .file("layout/m.ftl", "<#macro show>${attributes.game}</#macro>")
                .compile();
        assertThat(template.render(Drafts.model(Map.of("game", "<b>"))).html()).hasToString("&lt;b&gt;&lt;b&gt;");
    }

    @Test
    void makesTheTextFromTheHtmlWhereThereIsNone() {
        assertThat(Drafts.body("<p>${attributes.game}</p><p><a href=\"${unsubscribeUrl}\">Stop</a></p>")
                        .render(Drafts.model(Map.of("game", "a & b <c>")))
                        .text()
                        .toString())
                .isEqualTo("a & b <c>\n\nStop <https://mail.example.com/u/v1.k.x>");
    }

    @Test
    void namesTheMissingVariableAndItsPlace() {
        assertFails("Hi\n  ${attributes.level}", Map.of())
                .hasMessage("draft/body.ftlh:2:5: missing variable attributes.level");
    }

    @Test
    void namesTheMissingVariableInASharedPiece() {
        CompiledTemplate template = Drafts.template()
                .file("draft/body.ftlh", "<#import \"/layout/m.ftlh\" as m>\n<@m.show/>")
                .file("layout/m.ftlh", "<#macro show>\n\n${attributes.level}</#macro>")
                .compile();
        assertThatThrownBy(() -> template.render(Drafts.model(Map.of())))
                .hasMessage("layout/m.ftlh:3:3: missing variable attributes.level");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${attributes.secret * 2}",
                "${attributes.secret?date}",
                "${attributes.secret.x}",
                "<#list attributes.secret as x></#list>",
                "<#if attributes.secret></#if>",
                "${attributes.secret?string('#')}",
                "${.now?string(attributes.secret)}",
                "${friends[attributes.secret]}",
                "${attributes[attributes.secret]}",
                "${attributes[attributes.secret + '\n']}",
                "<@attributes.secret/>",
                "${attributes.secret()}",
                "${slot - attributes.secret}",
                "<#import 'body.ftlh' as self>${self.x}",
                "${attributes.secret?truncate('x')}"
            })
    void saysNothingOfTheRecipientWhenAValueDoesNotFit(String body) {
        assertFails(body, Map.of("secret", "hunter2"))
                .hasMessageStartingWith("draft/body.ftlh:1:")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("\n")
                .hasNoCause();
    }

    @Test
    void namesTheExpressionWhoseValueDoesNotFit() {
        assertFails("${attributes.level * 2}", Map.of("level", "twelve"))
                .hasMessage("draft/body.ftlh:1:3: attributes.level should be a number, but is a string");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Tokyo, 25 November 2026, 08:30",
        "America/Los_Angeles, 24 November 2026, 15:30",
        "not/a-zone, 24 November 2026, 23:30",
        ", 24 November 2026, 23:30"
    })
    void showsDatesInTheRecipientsTimeZone(String zone, String date, String time) {
        Map<String, Object> model = Drafts.model(Map.of());
        Map<String, Object> recipient = new HashMap<>(Map.of("id", "7"));
        if (zone != null) {
            recipient.put("timeZone", zone);
        }
        model.put("recipient", recipient);
        assertThat(Drafts.body("${slot?date}|${slot?time}|${slot}|${slot?string('yyyy-MM-dd')}")
                        .render(model)
                        .html()
                        .toString())
                .startsWith(date + "|" + time + "|" + date + " " + time);
    }

    @Test
    void printsNumbersWithoutGrouping() {
        assertThat(Drafts.body("${attributes.a} ${attributes.b} ${attributes.b?string('#,##0.0')} ${attributes.c?c}")
                        .render(Drafts.model(Map.of("a", 1234567, "b", 1234.5, "c", true)))
                        .html()
                        .toString())
                .isEqualTo("1234567 1234.5 1,234.5 true");
    }

    @Test
    void letsTemplatesAskForWhatIsAbsent() {
        assertThat(Drafts.body("${recipient.lastName!'?'} ${attributes.vip???c} ${(attributes.a.b.c)!'-'} ${nothing!}")
                        .render(Drafts.model(Map.of()))
                        .html()
                        .toString())
                .isEqualTo("? false -");
    }

    @Test
    void showsNoJavaObjects() {
        assertThatThrownBy(() -> Drafts.body("${attributes.x.class}").render(Drafts.model(Map.of("x", new Thread()))))
                .isInstanceOf(RenderFailed.class);
        assertFails("${recipient.class}", Map.of()).hasMessageContaining("missing variable recipient.class");
    }

    @Test
    void boundsTheOutput() {
        assertFails("<#list 1..1000 as i><#list 1..1000 as j>some text</#list></#list>", Map.of())
                .hasMessage("draft/body.ftlh: the output has more than 1048576 bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#macro m><@m/></#macro><@m/>",
                "<#function f x><#return f(x + 1)></#function>${f(1)}",
                "<#include 'body.ftlh'>"
            })
    void endsRecursionWithoutEnd(String body) {
        assertFails(body, Map.of()).hasMessage("draft/body.ftlh: macros or functions call each other without end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#list 1..1000 as i><#list 1..1000 as j><#list 1..1000 as k></#list></#list></#list>",
                "<#function f n><#if (n < 2)><#return n></#if><#return f(n - 1) + f(n - 2)></#function>${f(60)}",
                "<#macro m n><#if (n > 0)><@m n=n-1/><@m n=n-1/></#if></#macro><@m n=60/>"
            })
    void endsComputingWithoutEnd(String body) {
        assertFails(body, Map.of()).hasMessage("draft/body.ftlh: computes for too long");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void rendersForManyRecipientsAtOnce() {
        CompiledTemplate template = Drafts.template()
                .file("draft/subject.ftl", "${attributes.n}")
                .file(
                        "draft/body.ftlh",
                        "<#import '/layout/m.ftlh' as m><#assign n = attributes.n><@m.show>${n}</@m.show>")
                .file(
                        "layout/m.ftlh",
                        "<#assign count = 0><#macro show><#assign count = count + 1>${count}:<#nested></#macro>")
                .compile();
        List<String> rendered = IntStream.range(0, 2000)
                .parallel()
                .mapToObj(n -> template.render(Drafts.model(Map.of("n", n))))
                .map(message -> message.subject() + " " + message.html().toString())
                .toList();
        assertThat(rendered)
                .containsExactlyElementsOf(
                        IntStream.range(0, 2000).mapToObj(n -> n + " 1:" + n).toList());
    }

    @Test
    void knowsInstantsWithinListsAndMaps() {
        Instant day = Instant.parse("2026-01-02T03:04:05Z");
        assertThat(Drafts.body("${attributes.days[0]?date} ${attributes.by.x?string('HH:mm:ss')}")
                        .render(Drafts.model(Map.of("days", List.of(day), "by", Map.of("x", day))))
                        .html()
                        .toString())
                .isEqualTo("2 January 2026 03:04:05");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            String body, Map<String, Object> attributes) {
        CompiledTemplate template = Drafts.body(body);
        return assertThatThrownBy(() -> template.render(Drafts.model(attributes)))
                .isInstanceOf(RenderFailed.class);
    }
}
