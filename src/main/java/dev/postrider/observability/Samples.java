package dev.postrider.observability;

/** Figures that have to be fetched, for metrics. */
interface Samples {

    /** Fetches them. May wait for a store, and throw what its client throws. */
    void take();

    /** They could not be fetched: a metric that is absent says so, where an old figure would not. */
    void forget();
}
