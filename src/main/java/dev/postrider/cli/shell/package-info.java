/** The command line itself: parsing, help, results, errors and exit codes. */
@NullMarked
package dev.postrider.cli.shell;

import org.jspecify.annotations.NullMarked;
