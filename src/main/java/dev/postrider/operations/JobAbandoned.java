package dev.postrider.operations;

import java.util.Map;

/** An operator gave up a job execution: what it left undone stays undone. Published after the execution was closed. */
public record JobAbandoned(long execution, String job, Map<String, String> parameters) {}
