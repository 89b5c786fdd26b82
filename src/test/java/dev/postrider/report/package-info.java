@NullMarked
package dev.postrider.report;

import org.jspecify.annotations.NullMarked;
