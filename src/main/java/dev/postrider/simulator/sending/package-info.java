/** SendEmail and SendBulkEmail: what the account has against a send, what goes wrong on purpose, what is taken. */
@NullMarked
package dev.postrider.simulator.sending;

import org.jspecify.annotations.NullMarked;
