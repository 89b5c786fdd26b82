package dev.postrider.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The dashboard and the alert rules that come with the program. */
public final class MonitoringFiles {

    private static final Path FOLDER = Path.of("src", "observability");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(?![a-z0-9_]*\\s*\\()");
    private static final Set<String> WORDS = Set.of("or", "and", "unless", "on", "by", "group_left");

    /** Prometheus makes it. */
    private static final String UP = "up";

    private MonitoringFiles() {}

    /** The rules, each with alert, expr and annotations. */
    public static JsonNode rules() {
        return new YAMLMapper()
                .readTree(text("alerts.yml"))
                .get("groups")
                .get(0)
                .get("rules");
    }

    public static JsonNode dashboard() {
        return JsonMapper.shared().readTree(text("grafana-dashboard.json"));
    }

    /** All metrics that the files name, other than Prometheus's own. */
    public static Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        rules().forEach(rule -> addNames(rule.get("expr").asString(), names));
        dashboard()
                .get("panels")
                .forEach(panel -> panel.get("targets")
                        .forEach(target -> addNames(target.get("expr").asString(), names)));
        names.remove(UP);
        return names;
    }

    private static void addNames(String expression, Set<String> names) {
        String bare = expression
                .replaceAll("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"", "")
                .replaceAll("\\b(by|on|group_left)\\s*\\([^)]*\\)", "")
                .replaceAll("[0-9.]+(e[0-9]+)?", "");
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
