package dev.postrider.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postrider.report.MissedRecipient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissedCsvTests {

    private static final Instant AT = Instant.parse("2026-11-24T09:00:01.500Z");

    @Test
    void valuesAreQuotedWhereTheyHaveToBe() {
        assertThat(csv(
                        new MissedRecipient("r1", "REJECTED", "refused, says \"SES\"", AT),
                        new MissedRecipient("r2", "OPEN", "no turn yet", null)))
                .isEqualTo("recipient,state,reason,at\r\n"
                        + "r1,REJECTED,\"refused, says \"\"SES\"\"\",2026-11-24T09:00:01.500Z\r\n"
                        + "r2,OPEN,no turn yet,\r\n");
    }

    @Test
    void noValueIsAFormulaToASpreadsheet() {
        assertThat(csv(
                        new MissedRecipient("=HYPERLINK(1)", "REJECTED", "@SUM(1)", AT),
                        new MissedRecipient("-1", "REJECTED", "+1", AT)))
                .contains("'=HYPERLINK(1)", "'@SUM(1)", "'-1,REJECTED,'+1")
                .doesNotContain("\n=", "\n-", ",@", ",+");
    }

    private static String csv(MissedRecipient... missed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MissedCsv.write(out, consumer -> List.of(missed).forEach(consumer));
        return out.toString(StandardCharsets.UTF_8);
    }
}
