package dev.postrider.ses;

/** SES would not send for this sender or account; the message says what to do about it. */
public class SenderRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SenderRefused(String message) {
        super(message);
    }
}
