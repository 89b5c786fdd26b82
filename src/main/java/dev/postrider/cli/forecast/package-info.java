/** The command that forecasts what will be sent. */
@NullMarked
package dev.postrider.cli.forecast;

import org.jspecify.annotations.NullMarked;
