/** Scheduled e-mail campaigns from MongoDB through FreeMarker and Redis to Amazon SES. */
@NullMarked
package dev.postrider;

import org.jspecify.annotations.NullMarked;
