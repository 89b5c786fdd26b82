package dev.postrider.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postrider.embedded.TestStores;
import dev.postrider.recipient.RecipientId;
import dev.postrider.recipient.Recipients;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ImportSlice.class)
@Tag("mongodb")
class RefusedRowsIntegrationTests {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }

    @TempDir
    private Path directory;

    @Autowired
    private ImportSlice.Import runner;

    @Autowired
    private ImportResults results;

    @Autowired
    private Recipients recipients;

    @Test
    void refusesBrokenRowsWithLineAndReasonAndImportsTheRest() throws Exception {
        Path file = Files.writeString(directory.resolve("broken.csv"), """
                id,email,firstName,lastActiveAt,note
                r1,r1@example.com,Ann,2026-01-31,
                r2,not an address,Ann,,
                r3,,Ann,,
                ,r4@example.com,Ann,,
                r5,r5@example.com,Ann
                r6,r6@example.com,"Ann,,
                r7,r7@example.com,Ann,,
                r8,r8@example.com,"Ann"x,,
                r9,r9@example.com,"An
                n",,
                r10,r10@example.com,Ann,31/01/2026,
                r11,R1@Example.com,Eve,,
                r12,r12@example.com,"Ann ""A"" Lee",,"a
                b"
                """);
        JobExecution execution = runner.run(file);
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(results.of(execution.getId())).isEqualTo(new ImportResult(12, 3, 0, 9));
        assertThat(rejects(execution))
                .containsExactly(
                        "3 email \"not an address\" is not of the form name@domain",
                        "4 no email",
                        "5 no id",
                        "6 3 values, but the header has 5 columns",
                        "7 a quote is not closed",
                        "9 there is text after a closing quote",
                        "10 firstName contains a line break or a control character",
                        "12 lastActiveAt \"31/01/2026\" is not a date such as 2026-01-31 or 2026-01-31T09:00:00Z",
                        "13 the address belongs to recipient r1");
        assertThat(recipients.find(new RecipientId("r7"))).isPresent();
        assertThat(recipients.find(new RecipientId("r12")).orElseThrow().firstName())
                .isEqualTo("Ann \"A\" Lee");
    }

    @Test
    void keepsTheRefusedRowsThemselves() throws Exception {
        Path file =
                Files.writeString(directory.resolve("kept.csv"), "id,email\nk1,\"junk, really\"\nk2,k2@example.com\n");
        Path rejects = results.rejects(runner.run(file).getId()).orElseThrow();
        assertThat(rejects).isEqualTo(directory.resolve("kept.csv.rejects.csv"));
        try (CSVParser parser = CSVParser.parse(rejects, UTF_8, CSVFormat.DEFAULT)) {
            assertThat(parser.getRecords().get(1).values()[2]).isEqualTo("k1,\"junk, really\"");
        }
    }

    @Test
    void refusesOnlyTheLinesThatAreNotUtf8() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("id,email,firstName\nu1,u1@example.com,Jörg\n".getBytes(UTF_8));
        bytes.write("u2,u2@example.com,Jörg\n".getBytes(ISO_8859_1));
        bytes.write("u3,u3@example.com,\0\nu4,u4@example.com,Jörg\n".getBytes(UTF_8));
        Path file = Files.write(directory.resolve("latin.csv"), bytes.toByteArray());
        JobExecution execution = runner.run(file);
        assertThat(results.of(execution.getId())).isEqualTo(new ImportResult(4, 2, 0, 2));
        assertThat(rejects(execution)).containsExactly("3 invalid UTF-8", "4 a NUL character: is the file UTF-8?");
        assertThat(recipients.find(new RecipientId("u4")).orElseThrow().firstName())
                .isEqualTo("Jörg");
    }

    @Test
    void refusesBrokenJson() throws Exception {
        Path file = Files.writeString(directory.resolve("broken.jsonl"), """
                {"id": "x1", "email": "x1@example.com"}
                {"id": "x2", "email": "x2@example.com"
                ["x3"]
                {"id": "x4", "email": 5}
                {"id": "x5", "id": "x5", "email": "x5@example.com"}
                {"id": "x6", "email": "x6@example.com", "a.b": 1}
                {"id": "x7", "email": "x7@example.com", "big": 123456789012345678901234567890}
                {"id": "x8", "email": "x8@example.com", "timeZone": "Mars/Base"}
                {"id": "x9", "email": "x9@example.com", "subscription": "maybe"}
                null
                """);
        JobExecution execution = runner.run(file);
        assertThat(results.of(execution.getId())).isEqualTo(new ImportResult(10, 1, 0, 9));
        assertThat(rejects(execution).get(2)).isEqualTo("4 email is not a text");
        assertThat(rejects(execution))
                .anyMatch(row -> row.startsWith("2 not a JSON object: "))
                .anyMatch(row -> row.equals("6 \"a.b\" cannot be the name of an attribute"))
                .anyMatch(row -> row.equals("7 big is a number too large to be kept"))
                .anyMatch(row -> row.equals("8 timeZone \"Mars/Base\" is not a time zone such as Europe/Berlin"))
                .anyMatch(row -> row.startsWith("9 subscription \"maybe\" is not one of [SUBSCRIBED"));
    }

    @Test
    void anOverlongLineCostsNothingButItself() throws Exception {
        Path file = directory.resolve("long.csv");
        Files.writeString(file, "id,email\nl1,l1@example.com" + "x".repeat(3_000_000) + "\nl2,l2@example.com\n");
        JobExecution execution = runner.run(file);
        assertThat(results.of(execution.getId())).isEqualTo(new ImportResult(2, 1, 0, 1));
        assertThat(rejects(execution)).containsExactly("2 the line is longer than 1 MB");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', delimiterString = " => ", textBlock = """
                    mail.csv => id,mail => :1: no column "email"; the first line names the columns, separated by commas
                    semicolon.csv => id;email => :1: no column "id"; the first line names the columns, separated by commas
                    twice.csv => id,email,id => :1: the column "id" is there twice
                    unnamed.csv => id,email, => :1: a column has no name
                    dotted.csv => id,email,a.b => :1: "a.b" cannot be the name of an attribute
                    quote.csv => id,"email => :1: the header is not a line of columns separated by commas
                    sheet.xlsx => id,email => : the name ends neither in .csv nor in .jsonl
                    """)
    void aFileThatCannotBeReadIsOneClearError(String name, String content, String message) throws Exception {
        Path file = Files.writeString(directory.resolve(name), content + "\n");
        JobExecution execution = runner.run(file);
        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(execution.getAllFailureExceptions())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage(file + message));
    }

    @Test
    void aMissingOrEmptyFileIsOneClearError() throws Exception {
        Path missing = directory.resolve("missing.csv");
        assertThatThrownBy(() -> ImportParameters.of(missing)).hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> ImportParameters.of(directory)).hasMessage(directory + ": is a directory");
        Path empty = Files.createFile(directory.resolve("empty.csv"));
        assertThat(runner.run(empty).getAllFailureExceptions())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage(empty + ": is empty"));
    }

    private List<String> rejects(JobExecution execution) throws Exception {
        Path rejects = results.rejects(execution.getId()).orElseThrow();
        try (CSVParser parser = CSVParser.parse(rejects, UTF_8, CSVFormat.DEFAULT)) {
            return parser.stream()
                    .skip(1)
                    .map(RefusedRowsIntegrationTests::lineAndReason)
                    .toList();
        }
    }

    private static String lineAndReason(CSVRecord row) {
        return row.get(0) + " " + row.get(1);
    }
}
