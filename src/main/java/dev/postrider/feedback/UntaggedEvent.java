package dev.postrider.feedback;

/** An event of a mail that does not carry our tags: of another program, or sent without a configuration set. */
final class UntaggedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UntaggedEvent() {
        super("no tags of a run and a recipient");
    }
}
