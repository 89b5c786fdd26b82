package dev.postrider.template;

import dev.postrider.template.engine.SubjectFormat;
import dev.postrider.template.engine.Utf8Writer;
import freemarker.core.InvalidReferenceException;
import freemarker.core.UnexpectedTypeException;
import freemarker.template.TemplateException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why and where a rendering failed in words of the template alone: FreeMarker's own messages may quote values. */
final class Failure {

    private static final Pattern WRONG_TYPE =
            Pattern.compile("Expected (.*?), but .*? has evaluated to ([^(:.]*?)(?: \\(|:|\\.|$)");

    private Failure() {}

    static TemplateFinding of(String template, Throwable cause) {
        if (cause instanceof TemplateException e) {
            String file = Objects.requireNonNullElse(e.getTemplateSourceName(), template);
            return TemplateFinding.error(file, number(e.getLineNumber()), number(e.getColumnNumber()), reason(e));
        } else if (cause instanceof Utf8Writer.OutputTooLarge tooLarge) {
            return TemplateFinding.error(template, tooLarge.reason());
        } else if (cause instanceof StackOverflowError) {
            return TemplateFinding.error(template, "macros or functions call each other without end");
        }
        return TemplateFinding.error(template, "failed with " + cause.getClass().getSimpleName());
    }

    private static String reason(TemplateException e) {
        String expression = expression(e);
        if (e instanceof SubjectFormat.RefusedValue) {
            return SubjectFormat.REFUSAL;
        } else if (e instanceof InvalidReferenceException) {
            return "missing variable " + expression;
        } else if (e instanceof UnexpectedTypeException) {
            return wrongType(e.getMessageWithoutStackTop(), expression);
        }
        return "cannot evaluate " + expression;
    }

    private static String wrongType(String message, String expression) {
        Matcher matcher = WRONG_TYPE.matcher(message);
        return matcher.find()
                ? expression + " should be " + matcher.group(1) + ", but is " + matcher.group(2)
                : expression + " has the wrong type";
    }

    private static String expression(TemplateException e) {
        String expression = e.getBlamedExpressionString();
        return expression == null ? "an expression" : expression.strip().replaceAll("\\s+", " ");
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
