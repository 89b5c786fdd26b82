/** Messages as SES reads them from the JSON of SendEmail and SendBulkEmail, and the rules that they must keep. */
@NullMarked
package dev.postrider.simulator.message;

import org.jspecify.annotations.NullMarked;
