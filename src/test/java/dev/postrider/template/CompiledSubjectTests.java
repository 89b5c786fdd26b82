package dev.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledSubjectTests {

    @ParameterizedTest
    @ValueSource(strings = {"a\nBcc: x", "a\rb", "a\r\n", "\nb", "a\u0000b", "a\u0085b"})
    void refusesALineBreakFromAValueInTheSubject(String value) {
        assertThatThrownBy(() -> Drafts.subject("Hi ${attributes.game}!").render(Drafts.model(Map.of("game", value))))
                .isInstanceOf(RenderFailed.class)
                .hasMessage("draft/subject.ftl:1:4: "
                        + "a value in the subject has a line break or another control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${('x' + attributes.game)}",
                "<#assign x>${attributes.game}</#assign>${x}",
                "<#assign x = attributes.game?upper_case>a${x}",
                "${[attributes.game]?join('')}",
                "<#macro m>${attributes.game}</#macro><@m/>"
            })
    void refusesALineBreakFromAValueOnEveryWayIntoTheSubject(String subject) {
        assertThatThrownBy(() -> Drafts.subject(subject).render(Drafts.model(Map.of("game", "a\nb"))))
                .isInstanceOf(RenderFailed.class)
                .hasMessageContaining("line break");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  Hello ${recipient.firstName}  \n\n",
                "Hello\n  ${recipient.firstName}\n",
                "<#if true>\r\n  Hello\r\n  ${recipient.firstName}\r\n</#if>\r\n",
                "Hello\t${recipient.firstName}"
            })
    void joinsTheLinesOfASubjectsSource(String subject) {
        assertThat(Drafts.subject(subject).render(Drafts.model(Map.of())).subject())
                .isEqualTo("Hello Ada");
    }

    @Test
    void refusesAnEmptySubject() {
        assertThatThrownBy(() -> Drafts.subject("<#if false>x</#if> \n").render(Drafts.model(Map.of())))
                .isInstanceOf(RenderFailed.class)
                .hasMessage("draft/subject.ftl: the subject is empty");
    }
}
