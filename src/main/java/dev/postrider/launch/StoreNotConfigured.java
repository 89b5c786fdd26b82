package dev.postrider.launch;

import java.util.Locale;

/** Nobody said where a store is, and none is taken by default. */
public class StoreNotConfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreNotConfigured(Store store, String property) {
        super(property + " is not set: it says where " + store.label().replace("The", "the")
                + " is (as --" + property + "=..., in the environment as "
                + property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT)
                + ", or in a config file); --embedded starts stores for trying things out");
    }
}
