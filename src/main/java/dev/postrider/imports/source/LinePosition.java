package dev.postrider.imports.source;

/** Where to go on in a file: the offset in bytes and the number of the line that begins there. */
public record LinePosition(long offset, long line) {

    public static final LinePosition START = new LinePosition(0, 1);
}
