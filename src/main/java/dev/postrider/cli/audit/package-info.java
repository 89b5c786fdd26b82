/** The command on the audit trail. */
@NullMarked
package dev.postrider.cli.audit;

import org.jspecify.annotations.NullMarked;
