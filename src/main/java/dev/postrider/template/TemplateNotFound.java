package dev.postrider.template;

/** No template has this name, or none has been pinned under this hash. */
public class TemplateNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateNotFound(String message) {
        super(message);
    }
}
