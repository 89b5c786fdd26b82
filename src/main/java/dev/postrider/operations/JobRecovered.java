package dev.postrider.operations;

import java.util.Map;

/** A person had an execution closed whose process had died. Published after that. */
public record JobRecovered(long execution, String job, Map<String, String> parameters) {}
