package dev.postrider.limits;

/** The account at the mail provider, whose limits all nodes share. */
public interface SendingAccount {

    /** The limits as they are now; called for every batch, so the implementation caches its answer for some time. */
    AccountQuota quota();
}
