package dev.postrider.template;

import java.util.List;

/** A template that cannot be used; the message names the first error's place and cause in one line. */
public class InvalidTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TemplateFinding> findings;

    InvalidTemplate(List<TemplateFinding> findings) {
        super(findings.get(0) + (findings.size() > 1 ? " (and " + (findings.size() - 1) + " more)" : ""));
        this.findings = List.copyOf(findings);
    }

    InvalidTemplate(TemplateFinding finding) {
        this(List.of(finding));
    }

    /** At least one. */
    public List<TemplateFinding> findings() {
        return findings;
    }
}
