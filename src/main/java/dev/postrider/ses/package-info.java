/** Amazon SES: the transports, what its answers mean, the account's limits and the check of the sender. */
@ApplicationModule(allowedDependencies = {"delivery", "ledger", "limits", "outbox", "recipient", "template"})
@NullMarked
package dev.postrider.ses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
