package dev.postrider.template.syntax;

import freemarker.template.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What templates may use of FreeMarker. Whatever is not listed is refused: what turns escaping off, runs text as a
 * template, changes settings, reaches other templates, or can take unbounded time or memory in one step.
 */
public final class PermittedSyntax {

    private static final Set<String> DIRECTIVES = words("""
            MixedContent TextBlock Comment DollarVariable IfBlock ConditionalBlock SwitchBlock Case On IteratorBlock
            ListElseContainer ElseOfList Items Sep BreakInstruction ContinueInstruction Assignment
            AssignmentInstruction BlockAssignment Macro UnifiedCall BodyInstruction ReturnInstruction Include
            LibraryLoad CompressedBlock TrimInstruction AutoEscBlock""");

    private static final Set<String> EXPRESSIONS = words("""
            Identifier Dot DotBeforeMethodCall DynamicKeyName DynamicKeyNameBeforeMethodCall StringLiteral
            NumberLiteral BooleanLiteral ListLiteral HashLiteral Range AddConcatExpression ArithmeticExpression
            ComparisonExpression AndExpression OrExpression NotExpression ParentheticalExpression
            DefaultToExpression ExistsExpression UnaryPlusMinusExpression MethodCall LocalLambdaExpression
            BuiltinVariable""");

    private static final Set<String> VARIABLES = words("now lang locale time_zone");

    private static final Set<String> BUILT_INS = words("""
            abs blank_to_null c cn cap_first capitalize ceiling chop_linebreak chunk contains counter date
            date_if_unknown datetime datetime_if_unknown drop_while empty_to_null ends_with ensure_ends_with
            ensure_starts_with esc filter first floor has_content has_next index index_of is_boolean is_date
            is_even_item is_first is_hash is_last is_number is_odd_item is_sequence is_string item_cycle item_parity
            item_parity_cap join keep_after keep_after_last keep_before keep_before_last keys last last_index_of
            length long lower_abc lower_case map max min number_to_date number_to_datetime number_to_time
            remove_beginning remove_ending replace reverse round seq_contains seq_index_of sequence size sort sort_by
            split starts_with string switch take_while then time time_if_unknown trim trim_to_null truncate truncate_c
            truncate_w uncap_first upper_abc upper_case url url_path values word_list""");

    /** Built-ins that make a regular expression of their first argument when the flag r comes last. */
    private static final Set<String> FLAGGED =
            words("replace split keep_after keep_after_last keep_before keep_before_last ensure_starts_with");

    private static final int LONGEST_RANGE = 1000;

    private final BiConsumer<SyntaxNode, String> refuse;
    private final Set<SyntaxNode> calledWithoutFlags = new HashSet<>();
    private final Set<SyntaxNode> slices = new HashSet<>();

    /** @param refuse is told each node that is not permitted, and why */
    public PermittedSyntax(BiConsumer<SyntaxNode, String> refuse) {
        this.refuse = refuse;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    public void check(Template template) {
        List<SyntaxNode> nodes = SyntaxNode.all(template);
        nodes.forEach(this::noteContext);
        nodes.forEach(this::check);
    }

    private void noteContext(SyntaxNode node) {
        if (node.kind().equals("MethodCall") && node.node("target").isBuiltIn()) {
            SyntaxNode target = node.node("target");
            int arguments = ((List<?>) node.value("arguments.items")).size();
            if (arguments <= (target.builtInName().equals("replace") ? 2 : 1)) {
                calledWithoutFlags.add(target);
            }
        } else if (node.kind().startsWith("DynamicKeyName")) {
            slices.add(node.node("keyExpression"));
        }
    }

    private void check(SyntaxNode node) {
        String refusal = refusal(node);
        if (refusal != null) {
            refuse.accept(node, refusal);
        }
    }

    private @Nullable String refusal(SyntaxNode node) {
        if (node.isBuiltIn()) {
            return builtInRefusal(node);
        }
        return switch (node.kind()) {
            case "BuiltinVariable" -> variableRefusal(node);
            case "Range" ->
                slices.contains(node) || isShort(node)
                        ? null
                        : "a range must start and end at numbers up to " + LONGEST_RANGE + " or at a ?size";
            case "LocalLambdaExpression" -> lambdas(node) == 1 ? null : "a lambda within a lambda is not permitted";
            default -> isListed(node) ? null : node.description() + " is not permitted in templates";
        };
    }

    private static boolean isListed(SyntaxNode node) {
        return DIRECTIVES.contains(node.kind()) || EXPRESSIONS.contains(node.kind());
    }

    private @Nullable String builtInRefusal(SyntaxNode node) {
        String name = node.builtInName();
        if (!BUILT_INS.contains(name)) {
            return "?" + name + " is not permitted in templates";
        }
        boolean mayHaveFlags = FLAGGED.contains(name) && !calledWithoutFlags.contains(node);
        return mayHaveFlags ? "?" + name + " is not permitted with flags" : null;
    }

    private static @Nullable String variableRefusal(SyntaxNode node) {
        Object name = node.value("name");
        return VARIABLES.contains(name) ? null : "." + name + " is not permitted in templates";
    }

    private static boolean isShort(SyntaxNode range) {
        return isSmall(range.find("lho")) && isSmall(range.find("rho"));
    }

    private static boolean isSmall(@Nullable SyntaxNode end) {
        if (end == null) {
            return false;
        }
        if (end.kind().equals("NumberLiteral")) {
            return ((Number) end.value("value")).doubleValue() <= LONGEST_RANGE;
        }
        return end.isBuiltIn() && end.builtInName().equals("size");
    }

    private static long lambdas(SyntaxNode node) {
        return node.subtree().stream()
                .filter(inner -> inner.kind().equals("LocalLambdaExpression"))
                .count();
    }
}
