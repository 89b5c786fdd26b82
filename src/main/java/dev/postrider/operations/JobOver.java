package dev.postrider.operations;

/** The job repository says that the job has done its work or was abandoned: it is never continued. */
public final class JobOver extends JobRefused {

    private static final long serialVersionUID = 1L;

    JobOver(String message) {
        super(message);
    }
}
