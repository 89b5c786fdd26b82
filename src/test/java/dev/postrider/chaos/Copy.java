package dev.postrider.chaos;

/**
 * A message as SES's own record has it.
 *
 * @param recipient by its tags; one that went to the address of another is under a name of its own
 */
record Copy(String recipient, int attempt) {}
