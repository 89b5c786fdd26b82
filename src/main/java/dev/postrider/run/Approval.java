package dev.postrider.run;

import java.time.Instant;

/** The yes of a person to one run. */
public record Approval(String by, Instant at) {}
