package dev.postrider.template;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class TemplateCompilerTests {

    @Test
    void namesPlaceAndCauseOfASyntaxErrorInOneLine() {
        assertInvalid(Drafts.template().file("draft/body.ftlh", "<p>\n<#if x>\n</p>"))
                .hasMessageStartingWith("draft/body.ftlh:3:4: ")
                .hasMessageContaining("#if");
    }

    @Test
    void namesTheLineOfASyntaxErrorAlsoWithWindowsLineEnds() {
        assertInvalid(Drafts.template().file("draft/body.ftlh", "a\r\nb\r\n${x\r\n"))
                .hasMessageStartingWith("draft/body.ftlh:3:");
    }

    @Test
    void namesTheFileOfASyntaxErrorInASharedPiece() {
        assertInvalid(Drafts.template()
                        .file("draft/body.ftlh", "<#import \"../layout/mail.ftlh\" as mail>")
                        .file("layout/mail.ftlh", "<#macro page>\n${}</#macro>"))
                .hasMessageStartingWith("layout/mail.ftlh:2:");
    }

    @Test
    void findsAMissingIncludeBeforeAnythingIsRendered() {
        assertInvalid(Drafts.template().file("draft/body.ftlh", "a\n<#if false><#include \"gone.ftlh\"></#if>"))
                .hasMessage("draft/body.ftlh:2:12: includes gone.ftlh, which is missing");
    }

    @Test
    void refusesWhatNestsTooDeepToBeParsed() {
        assertInvalid(Drafts.template().file("draft/body.ftlh", "${" + "(".repeat(100_000)))
                .hasMessage("draft/body.ftlh: nests too deep");
    }

    @Test
    void findsAMissingPart() {
        assertInvalid(Drafts.template().without("draft/subject.ftl")).hasMessage("draft/subject.ftl: is missing");
    }

    @Test
    void reportsAllErrorsAndCountsThemInTheMessage() {
        assertInvalid(Drafts.template().file("draft/subject.ftl", "${").file("draft/body.ftlh", "${"))
                .hasMessageStartingWith("draft/subject.ftl:1:")
                .hasMessageEndingWith("(and 1 more)");
    }

    @Test
    void refusesWhatIsNotUtf8WithTheLine() {
        assertInvalid(Drafts.template().file("draft/body.ftlh", "one\ntwo\nGr\u00fc\u00dfe".getBytes(ISO_8859_1)))
                .hasMessage("draft/body.ftlh:3: is not valid UTF-8");
    }

    @Test
    void acceptsAByteOrderMark() {
        assertThat(Drafts.subject("\uFEFFGr\u00fc\u00dfe")
                        .render(Drafts.model(Map.of()))
                        .subject())
                .isEqualTo("Gr\u00fc\u00dfe");
    }

    @Test
    void includesBetweenItsOwnFilesAndTheLayout() {
        CompiledTemplate template = Drafts.template()
                .file("draft/body.ftlh", "<#include \"part.ftlh\"> <#include \"/layout/foot.ftlh\">")
                .file("draft/part.ftlh", "part")
                .file("layout/foot.ftlh", "<#include \"line.ftlh\">")
                .file("layout/line.ftlh", "line")
                .compile();
        assertThat(template.render(Drafts.model(Map.of())).html()).hasToString("part line");
    }

    @Test
    void includesNothingOutsideOfTheTemplatesFolder() {
        assertInvalid(Drafts.template().file("draft/body.ftlh", "<#include \"../../etc/passwd\">"))
                .hasMessage("draft/body.ftlh:1:1: includes ../../etc/passwd, which is missing");
        assertInvalid(Drafts.template().file("draft/body.ftlh", "<#include \"file:///etc/passwd\">"))
                .hasMessageContaining("which is missing");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertInvalid(Drafts draft) {
        return assertThatThrownBy(draft::compile)
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageNotContaining("\n");
    }
}
