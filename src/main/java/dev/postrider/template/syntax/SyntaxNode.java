package dev.postrider.template.syntax;

import freemarker.core.TemplateElement;
import freemarker.core.TemplateObject;
import freemarker.template.Template;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of FreeMarker's syntax tree: a directive or an expression. FreeMarker publishes no such tree, so this follows
 * the fields of its parser's classes. A class or field renamed by a new version shows up as a template that is refused,
 * never as a node that is overlooked.
 */
@SuppressWarnings("deprecation")
public record SyntaxNode(TemplateObject object) {

    private static final String PARSER_PACKAGE = "freemarker.core";

    /** All nodes, each once, an outer one before those within it. */
    public static List<SyntaxNode> all(Template template) {
        List<SyntaxNode> nodes = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        visit(template.getRootTreeNode(), seen, node -> nodes.add(new SyntaxNode(node)));
        return nodes;
    }

    /** This node and all within it. */
    public List<SyntaxNode> subtree() {
        List<SyntaxNode> nodes = new ArrayList<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        visit(object, seen, node -> nodes.add(new SyntaxNode(node)));
        return nodes;
    }

    private static void visit(@Nullable Object value, Set<Object> seen, Consumer<TemplateObject> found) {
        if (value == null || !isPartOfTree(value) || !seen.add(value)) {
            return;
        }
        if (value instanceof Collection<?> items) {
            items.forEach(item -> visit(item, seen, found));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> visit(item, seen, found));
        } else if (value instanceof Object[] items) {
            for (Object item : items) {
                visit(item, seen, found);
            }
        } else {
            if (value instanceof TemplateObject node) {
                found.accept(node);
            }
            fields(value).forEach(field -> visit(read(field, value), seen, found));
        }
    }

    private static boolean isPartOfTree(Object value) {
        Class<?> type = value.getClass();
        if (type.isArray()) {
            return !type.getComponentType().isPrimitive() && Array.getLength(value) > 0;
        }
        return value instanceof Collection
                || value instanceof Map
                || type.getName().startsWith(PARSER_PACKAGE + ".");
    }

    /** A parent is left out, so that a subtree ends where the node does. */
    private static List<Field> fields(Object value) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = value.getClass(); type != null && isParserClass(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && !field.getName().equals("parent")) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static boolean isParserClass(Class<?> type) {
        return type.getName().startsWith(PARSER_PACKAGE + ".");
    }

    private static @Nullable Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("FreeMarker's syntax tree cannot be read: " + e.getMessage(), e);
        }
    }

    /** The class in FreeMarker's parser, {@code IfBlock} or {@code MethodCall}. */
    public String kind() {
        return object.getClass().getSimpleName();
    }

    /** Whether this is {@code target?name}, whatever the name. */
    boolean isBuiltIn() {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(PARSER_PACKAGE + ".BuiltIn")) {
                return true;
            }
        }
        return false;
    }

    /** The name in {@code target?name}, in snake case. */
    String builtInName() {
        return String.valueOf(value("key"))
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether this is text in quotes without anything to evaluate in it. */
    public boolean isPlainText() {
        return kind().equals("StringLiteral") && read(object, "dynamicValue") == null;
    }

    /** What people know this node as: a directive by the word it starts with. */
    String description() {
        return object instanceof TemplateElement element
                ? "<" + element.getDescription().split("[\\s(]", 2)[0] + ">"
                : kind();
    }

    public SyntaxNode node(String field) {
        return new SyntaxNode((TemplateObject) value(field));
    }

    @Nullable
    SyntaxNode find(String field) {
        return read(object, field) instanceof TemplateObject found ? new SyntaxNode(found) : null;
    }

    /** The value of a field, or of a field of a field when the path has a dot. */
    public Object value(String path) {
        Object value = object;
        for (String field : path.split("\\.", -1)) {
            value = Objects.requireNonNull(read(value, field), field);
        }
        return value;
    }

    private static @Nullable Object read(Object value, String name) {
        Field field = fields(value).stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("FreeMarker's " + value.getClass() + " has no " + name));
        return read(field, value);
    }

    public int line() {
        return object.getBeginLine();
    }

    public int column() {
        return object.getBeginColumn();
    }
}
