package dev.postrider.cli.local;

/** The process of the SES simulator did not start. */
class SimulatorNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SimulatorNotStarted(String cause) {
        super("the simulator did not start: " + cause);
    }

    SimulatorNotStarted(String cause, Throwable thrown) {
        super("the simulator did not start: " + cause, thrown);
    }
}
