package dev.postrider.launch;

/** A store does not answer where the settings say it is. */
public class StoreUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreUnreachable(Store store, String address, String cause) {
        super(store.label() + " at " + address + " is not reachable: " + cause);
    }
}
