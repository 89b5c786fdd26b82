/** What else an SES account has: identities, configuration sets and the suppression list. */
@NullMarked
package dev.postrider.simulator.resource;

import org.jspecify.annotations.NullMarked;
