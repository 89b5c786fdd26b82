/** The rows of the files that can be imported. */
@NullMarked
package dev.postrider.imports.source;

import org.jspecify.annotations.NullMarked;
