package dev.postrider.cli.recipient;

import dev.postrider.cli.shell.UnusableFile;
import dev.postrider.recipient.EmailAddress;
import dev.postrider.recipient.InvalidEmailAddress;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A file of addresses, one a line or first in a line of CSV; a first line without one is a header. */
final class AddressFile {

    private AddressFile() {}

    /** @throws UnusableFile with file and line; nothing is taken from such a file */
    static Set<EmailAddress> read(Path file) throws IOException {
        List<String> lines = lines(file);
        Set<EmailAddress> addresses = new LinkedHashSet<>();
        for (int number = 1; number <= lines.size(); number++) {
            String text = lines.get(number - 1)
                    .split(",", 2)[0]
                    .replaceAll("[\"\\uFEFF]", "")
                    .strip();
            if (text.isEmpty() || (number == 1 && !text.contains("@"))) {
                continue;
            }
            try {
                addresses.add(EmailAddress.parse(text));
            } catch (InvalidEmailAddress e) {
                throw new UnusableFile(file + ":" + number + ": " + e.getMessage());
            }
        }
        return addresses;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new UnusableFile(file + ": no such file");
        } catch (MalformedInputException e) {
            throw new UnusableFile(file + ": not UTF-8");
        }
    }
}
