package dev.postrider.operations;

import java.util.Map;

/** An operator gave up a job execution: what it left undone stays undone. Published before the execution is closed. */
public record JobAbandoned(long execution, String job, Map<String, String> parameters) {}
