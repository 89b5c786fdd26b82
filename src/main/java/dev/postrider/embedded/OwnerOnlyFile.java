package dev.postrider.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file that only its owner may read, and that is always there as a whole or not at all. */
record OwnerOnlyFile(Path path) {

    void write(String text) throws IOException {
        Path fresh = temporary(text);
        Files.move(fresh, path, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** Writes the text unless the file is there already, also when several processes try. */
    void writeOnce(String text) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        Path fresh = temporary(text);
        try {
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster, and its text counts.
            return;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    String read() throws IOException {
        return Files.readString(path);
    }

    private Path temporary(String text) throws IOException {
        Path directory = path.toAbsolutePath().resolveSibling("");
        Path fresh = Files.createTempFile(directory, path.getFileName().toString(), ".tmp", ownerOnly(directory));
        return Files.writeString(fresh, text);
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
