package dev.postrider.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one YAML document and keeps the lines. A key given twice is an error, and so is an alias. */
final class YamlReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PROBLEM = Pattern.compile("(?m)^(\\S.*)\\R in reader, line (\\d+)");

    private final String file;
    private final JsonParser parser;

    private YamlReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static YamlNode read(String file, String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            YamlReader reader = new YamlReader(file, parser);
            if (parser.nextToken() == null) {
                throw new InvalidCampaign(file, 1, "the file is empty");
            }
            YamlNode root = reader.node(reader.line());
            if (parser.nextToken() != null) {
                throw new InvalidCampaign(file, reader.line(), "a second document begins; a file defines one campaign");
            }
            return root;
        } catch (JacksonException e) {
            throw syntaxError(file, e);
        }
    }

    private static InvalidCampaign syntaxError(String file, JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        List<MatchResult> problems = PROBLEM.matcher(message).results().toList();
        if (problems.isEmpty()) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return new InvalidCampaign(file, line, message.lines().findFirst().orElse("not YAML"));
        }
        MatchResult last = problems.get(problems.size() - 1);
        return new InvalidCampaign(file, Integer.parseInt(last.group(2)), "not YAML: " + last.group(1));
    }

    private YamlNode node(int line) {
        return new YamlNode(
                line,
                switch (parser.currentToken()) {
                    case START_OBJECT -> mapping();
                    case START_ARRAY -> list();
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    case VALUE_NULL -> null;
                    default -> text();
                });
    }

    private Map<String, YamlNode> mapping() {
        Map<String, YamlNode> mapping = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int line = line();
            String key = parser.currentName();
            parser.nextToken();
            YamlNode first = mapping.put(key, node(line));
            if (first != null) {
                throw new InvalidCampaign(
                        file, line, "the key '" + key + "' is given twice, first in line " + first.line());
            }
        }
        return mapping;
    }

    private List<YamlNode> list() {
        List<YamlNode> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(line()));
        }
        return list;
    }

    private @Nullable String text() {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new InvalidCampaign(file, line(), "a text that begins with * must be in quotes");
        }
        return parser.getString();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
