package dev.postrider.limits;

/** An account whose limits a test changes while they are in use. */
final class SettableAccount implements SendingAccount {

    private volatile AccountQuota quota;

    SettableAccount(double maxSendRate, double max24HourSend) {
        this.quota = new AccountQuota(maxSendRate, max24HourSend, 0);
    }

    void set(AccountQuota changed) {
        quota = changed;
    }

    @Override
    public AccountQuota quota() {
        return quota;
    }
}
