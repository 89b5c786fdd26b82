package dev.postrider.template.engine;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The output format of a subject line: a value with a line break or another control character is refused. */
public final class SubjectFormat extends CommonMarkupOutputFormat<SubjectFormat.Fragment> {

    public static final String REFUSAL = "a value in the subject has a line break or another control character";

    @Override
    public String getName() {
        return "subject";
    }

    @Override
    public String getMimeType() {
        return "text/plain";
    }

    @Override
    public void output(String text, Writer out) throws IOException, TemplateModelException {
        out.write(escapePlainText(text));
    }

    @Override
    public String escapePlainText(String text) throws TemplateModelException {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) && character != '\t') {
                throw new RefusedValue();
            }
        }
        return text;
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }

    @Override
    protected Fragment newTemplateMarkupOutputModel(@Nullable String plainText, @Nullable String markup) {
        return new Fragment(this, plainText, markup);
    }

    public static final class Fragment extends CommonTemplateMarkupOutputModel<Fragment> {

        private final SubjectFormat format;

        Fragment(SubjectFormat format, @Nullable String plainText, @Nullable String markup) {
            super(plainText, markup);
            this.format = format;
        }

        @Override
        public SubjectFormat getOutputFormat() {
            return format;
        }
    }

    public static final class RefusedValue extends TemplateModelException {

        private static final long serialVersionUID = 1L;

        RefusedValue() {
            super(REFUSAL);
        }
    }
}
