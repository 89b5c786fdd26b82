package dev.postrider.inactivity;

import org.jspecify.annotations.Nullable;

/** A part of all recipients, by id: from (inclusive) to (exclusive); null where there is no bound. */
record IdRange(@Nullable String from, @Nullable String to) {}
