/** Commands on the schedules of campaigns. */
@NullMarked
package dev.postrider.cli.schedule;

import org.jspecify.annotations.NullMarked;
