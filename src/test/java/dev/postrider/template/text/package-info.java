@NullMarked
package dev.postrider.template.text;

import org.jspecify.annotations.NullMarked;
