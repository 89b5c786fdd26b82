package dev.postrider.limits;

/** The account at the mail provider, whose limits all nodes share. */
public interface SendingAccount {

    /**
     * The limits as they are now; called for every batch, so the implementation caches its answer for some time.
     *
     * @throws AccountUnavailable if the provider does not answer and never did
     */
    AccountQuota quota();

    /**
     * Whether the account may send, cached as the limits are.
     *
     * @throws AccountUnavailable if the provider does not answer and never did
     */
    Standing standing();

    /** The provider refused a message of an account in good standing: asks anew rather than go on with what is known. */
    void lookAgain();
}
