package dev.postrider.imports;

/** Where to go on in a file: the offset in bytes and the number of the line that begins there. */
record LinePosition(long offset, long line) {

    static final LinePosition START = new LinePosition(0, 1);
}
