package dev.postrider.bench;

/** One of the pipelines that are compared; all send the same template to the same recipients through the same SES. */
public interface Contender {

    /**
     * Sends once to every recipient, or to so many of them.
     *
     * @param number of the round, from 1; each sends anew
     */
    Round race(int number, int most);
}
