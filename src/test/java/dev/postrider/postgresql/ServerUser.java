package dev.postrider.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whom the server runs as: whoever runs the tests, and nobody in place of root, as whom PostgreSQL refuses to run. */
enum ServerUser {
    SELF,
    NOBODY;

    private static final String NAME = "nobody";

    static ServerUser choose() {
        return "root".equals(System.getProperty("user.name")) ? NOBODY : SELF;
    }

    ProcessBuilder run(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (this == NOBODY) {
            whole.addAll(List.of("setpriv", "--reuid=" + NAME, "--regid=65534", "--clear-groups", "--"));
        }
        whole.addAll(command);
        return new ProcessBuilder(whole);
    }

    /** Hands over the directory with all that is in it. */
    void own(Path directory) throws IOException {
        if (this == SELF) {
            return;
        }
        UserPrincipal nobody =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NAME);
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(nobody);
            }
        }
    }
}
