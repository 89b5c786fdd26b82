package dev.postrider.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder people edit templates in. Nothing outside of it can be read through it, links included. */
final class TemplateFolder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final long MAX_BYTES = 4L << 20;

    private final Path root;

    TemplateFolder(Path root) {
        this.root = root;
    }

    /** Names of all templates, sorted. */
    List<String> names() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(TemplateFolder::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TemplateNotFound("the templates folder " + root + " cannot be read: " + reason(e));
        }
    }

    /** All files of a template and of {@code layout}, each read once. */
    TemplateFiles read(String name) {
        if (!isName(name) || !Files.isDirectory(root.resolve(name))) {
            throw new TemplateNotFound(
                    "no template '" + name.strip().lines().findFirst().orElse("") + "' in " + root);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        readInto(files, name);
        if (Files.isDirectory(root.resolve(TemplateFiles.LAYOUT))) {
            readInto(files, TemplateFiles.LAYOUT);
        }
        return new TemplateFiles(name, files);
    }

    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.equals(TemplateFiles.LAYOUT);
    }

    private void readInto(SortedMap<String, byte[]> files, String folder) {
        Path top = root.resolve(folder);
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(path -> !isLeftOut(top.relativize(path)))
                    .filter(path -> Files.isRegularFile(path) || Files.isSymbolicLink(path))
                    .toList()) {
                String key = root.relativize(path).toString().replace('\\', '/');
                files.put(key, read(key, path));
            }
        } catch (IOException e) {
            throw new InvalidTemplate(TemplateFinding.error(folder, "cannot be read: " + reason(e)));
        }
        if (files.values().stream().mapToLong(bytes -> bytes.length).sum() > MAX_BYTES) {
            throw new InvalidTemplate(TemplateFinding.error(folder, "its files hold more than 4 MB"));
        }
    }

    private byte[] read(String key, Path path) throws IOException {
        Path real = path.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new InvalidTemplate(TemplateFinding.error(key, "is a link that leads out of the templates folder"));
        }
        if (!Files.isRegularFile(real)) {
            throw new InvalidTemplate(TemplateFinding.error(key, "is a link to something that is not a file"));
        }
        if (Files.size(real) > MAX_BYTES) {
            throw new InvalidTemplate(TemplateFinding.error(key, "is larger than 4 MB"));
        }
        return Files.readAllBytes(real);
    }

    private static boolean isLeftOut(Path relative) {
        for (Path part : relative) {
            String text = part.toString();
            if (text.startsWith(".") || text.endsWith("~")) {
                return true;
            }
        }
        return false;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
