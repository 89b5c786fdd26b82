package dev.postrider.inactivity;

import java.time.LocalDate;
import java.util.Map;

/**
 * Figures of an inactivity job over all its attempts.
 *
 * @param stages recipients by stage: {@code active}, then each stage's days
 * @param undated recipients left alone, because neither activity nor sign-up is known
 * @param written recipients whose mark has been changed; those written just before a crash are not counted
 */
public record InactivityResult(LocalDate asOf, Map<String, Long> stages, long undated, long written) {}
