package dev.postrider.simulator.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.simulator.http.Refusal;
import dev.postrider.simulator.message.Substitution.MissingAttribute;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTests {

    @Test
    void putsValuesInWithoutEscaping() throws MissingAttribute {
        Map<String, String> values = Map.of("html", "<b>&</b>", "user.name", "Ada");
        assertThat(new Substitution("{{html}}").apply(values)).isEqualTo("<b>&</b>");
        assertThat(new Substitution("{{{html}}}").apply(values)).isEqualTo("<b>&</b>");
        assertThat(new Substitution("Hi {{ user.name }}: {{html}}!").apply(values))
                .isEqualTo("Hi Ada: <b>&</b>!");
        assertThat(new Substitution("plain { text }").apply(values)).isEqualTo("plain { text }");
    }

    @Test
    void namesTheMissingAttribute() {
        assertThatThrownBy(() -> new Substitution("{{a}} {{b}}").apply(Map.of("a", "1")))
                .isInstanceOf(MissingAttribute.class)
                .hasMessage("Attribute 'b' is not present in the rendering data.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{#if a}}x{{/if}}", "{{#each l}}{{/each}}", "{{> part}}", "{{! note}}", "{{f a}}", "{{else}}"})
    void refusesAnythingBeyondSimpleSubstitution(String text) {
        assertThatThrownBy(() -> new Substitution(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("Template contains unsupported operations.");
    }
}
