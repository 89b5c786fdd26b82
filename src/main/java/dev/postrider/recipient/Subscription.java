package dev.postrider.recipient;

/** Whether a recipient wants mail. Only {@link #SUBSCRIBED} is mailed. */
public enum Subscription {
    SUBSCRIBED,
    PENDING,
    PAUSED,
    UNSUBSCRIBED
}
