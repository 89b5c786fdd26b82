package dev.postrider.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program starts itself again, as a process of its own. */
public final class OwnProgram {

    private static final String MAIN = "dev.postrider.cli.Postrider";

    /** The archive of classes that the launcher made for this Java. */
    private static final String CLASSES = "POSTRIDER_CLASSES";

    private OwnProgram() {}

    public static List<String> command(String... arguments) {
        String classPath = System.getProperty("java.class.path", "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseParallelGC");
        String classes = System.getenv(CLASSES);
        if (classes != null) {
            command.add("-XX:SharedArchiveFile=" + classes);
        }
        command.addAll(isJar(classPath) ? List.of("-jar", classPath) : List.of("-cp", classPath, MAIN));
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isJar(String classPath) {
        return classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"));
    }
}
