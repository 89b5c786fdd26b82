package dev.postrider.cli.shell;

/** What commands end with. */
public final class ExitCodes {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int PAUSED = 3;

    private ExitCodes() {}
}
