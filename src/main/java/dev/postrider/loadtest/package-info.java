/** Measures an SES account: sends made-up mail to SES's mailbox simulator, and to nowhere else. */
@ApplicationModule(allowedDependencies = {"delivery", "ledger", "limits", "outbox", "recipient", "ses", "template"})
@NullMarked
package dev.postrider.loadtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
