package dev.postrider.cli.run;

import dev.postrider.report.MissedRecipient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Missed recipients as CSV by RFC 4180, UTF-8. A value that a spreadsheet would take for a formula gets an apostrophe in
 * front, for ids and SES's texts come from elsewhere.
 */
final class MissedCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("recipient", "state", "reason", "at")
            .get();

    private MissedCsv() {}

    /** Writes each as it comes, and leaves the stream open. */
    static void write(OutputStream out, Consumer<Consumer<MissedRecipient>> missed) {
        try {
            CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
            missed.accept(recipient -> print(printer, recipient));
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, MissedRecipient missed) {
        try {
            printer.printRecord(inert(missed.recipient()), missed.state(), inert(missed.reason()), text(missed.at()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inert(String value) {
        return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
