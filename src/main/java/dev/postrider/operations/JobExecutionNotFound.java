package dev.postrider.operations;

/** There is no job execution of this id. */
public class JobExecutionNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JobExecutionNotFound(long id) {
        super("there is no job execution " + id + " (see: postrider job list)");
    }
}
