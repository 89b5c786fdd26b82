/** Commands on recipients and whom not to mail. */
@NullMarked
package dev.postrider.cli.recipient;

import org.jspecify.annotations.NullMarked;
