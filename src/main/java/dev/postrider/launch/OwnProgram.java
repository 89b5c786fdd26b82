package dev.postrider.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How this program starts itself again, as a process of its own. */
public final class OwnProgram {

    private static final String MAIN = "dev.postrider.cli.Postrider";

    /** The archive of classes that the launcher made for this Java. */
    private static final String CLASSES = "POSTRIDER_CLASSES";

    /** Java refuses to be told two. */
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    private OwnProgram() {}

    public static List<String> command(String... arguments) {
        return command(List.of(), arguments);
    }

    /** @param javaOptions in place of those that every process of this program gets */
    public static List<String> command(List<String> javaOptions, String... arguments) {
        String classPath = System.getProperty("java.class.path", "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (javaOptions.stream().noneMatch(option -> COLLECTOR.matcher(option).matches())) {
            command.add("-XX:+UseParallelGC");
        }
        command.addAll(javaOptions);
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
