/** Commands on templates. */
@NullMarked
package dev.postrider.cli.template;

import org.jspecify.annotations.NullMarked;
