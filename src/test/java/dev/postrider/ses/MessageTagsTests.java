package dev.postrider.ses;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTagsTests {

    @ParameterizedTest
    @ValueSource(strings = {"00001", "weekly-loyalty@20261124T090000Z", "é/+?", "🎰"})
    void readBackAsTheyWere(String value) {
        String tag = MessageTags.encode(value);

        assertThat(tag).matches("[A-Za-z0-9_-]{1,256}");
        assertThat(MessageTags.decode(tag)).contains(value);
    }

    @Test
    void aTagOfSomebodyElseIsNoValue() {
        assertThat(MessageTags.decode("not ours!")).isEmpty();
    }
}
