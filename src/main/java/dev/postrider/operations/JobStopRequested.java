package dev.postrider.operations;

import java.util.Map;

/** Somebody asked a job execution to stop; its steps may be at work in any process and finish what they have in hand. */
public record JobStopRequested(long execution, String job, Map<String, String> parameters) {}
