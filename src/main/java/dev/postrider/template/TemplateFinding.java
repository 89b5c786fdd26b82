package dev.postrider.template;

/**
 * Something wrong with a template, and where.
 *
 * @param file path from the templates folder, {@code weekly-loyalty/body.ftlh}
 * @param line first line is 1; 0 when the finding is about the file as a whole
 */
public record TemplateFinding(Severity severity, String file, int line, int column, String message) {

    /** Whether a template may be sent with it. */
    public enum Severity {
        WARNING,
        ERROR
    }

    static TemplateFinding error(String file, String message) {
        return new TemplateFinding(Severity.ERROR, file, 0, 0, message);
    }

    static TemplateFinding error(String file, int line, int column, String message) {
        return new TemplateFinding(Severity.ERROR, file, line, column, message);
    }

    static TemplateFinding warning(String file, String message) {
        return new TemplateFinding(Severity.WARNING, file, 0, 0, message);
    }

    /** File, line and column as editors understand them. */
    public String place() {
        if (line <= 0) {
            return file;
        }
        return column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }

    @Override
    public String toString() {
        return place() + ": " + message;
    }
}
