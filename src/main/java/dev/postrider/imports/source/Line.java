package dev.postrider.imports.source;

import org.jspecify.annotations.Nullable;

/**
 * One line of a file.
 *
 * @param start offset of its first byte
 * @param fault why its text cannot be used, null if it can
 */
record Line(long number, long start, String text, @Nullable String fault) {

    boolean isBlank() {
        return fault == null && text.isBlank();
    }
}
