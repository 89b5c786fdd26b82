/** Commands on job executions. */
@NullMarked
package dev.postrider.cli.job;

import org.jspecify.annotations.NullMarked;
