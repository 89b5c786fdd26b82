package dev.postrider.simulator.http;

/** SES says no: the HTTP status, the error code and the message of its answer. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequestException", message);
    }

    public static Refusal notFound(String message) {
        return new Refusal(404, "NotFoundException", message);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
