package dev.postrider.operations;

import java.util.Map;

/** A job execution ended without being able to say so in the job repository; its process lives on. */
public record JobBrokeOff(long execution, String job, Map<String, String> parameters, String cause) {}
