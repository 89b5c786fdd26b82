package dev.postrider.ses;

/** SES lets the account send nothing, whoever the sender is; it may do so again later. */
public final class AccountBarred extends SenderRefused {

    private static final long serialVersionUID = 1L;

    AccountBarred(String message) {
        super(message);
    }
}
