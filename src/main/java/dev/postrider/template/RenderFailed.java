package dev.postrider.template;

/** A template could not be rendered for a recipient. The message is one line and holds nothing of the recipient. */
public class RenderFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TemplateFinding finding;

    RenderFailed(TemplateFinding finding) {
        super(finding.toString(), null, false, false);
        this.finding = finding;
    }

    TemplateFinding finding() {
        return finding;
    }
}
