package dev.postrider.limits;

/** An account whose limits and standing a test changes while they are in use. */
public final class SettableAccount implements SendingAccount {

    private volatile AccountQuota quota;
    private volatile Standing standing = Standing.HEALTHY;

    public SettableAccount(double maxSendRate, double max24HourSend) {
        this.quota = new AccountQuota(maxSendRate, max24HourSend, 0);
    }

    public void set(AccountQuota changed) {
        quota = changed;
    }

    public void set(Standing changed) {
        standing = changed;
    }

    @Override
    public AccountQuota quota() {
        return quota;
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public void lookAgain() {
        throw new UnsupportedOperationException("nothing refuses here");
    }
}
