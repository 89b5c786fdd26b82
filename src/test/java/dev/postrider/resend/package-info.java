@NullMarked
package dev.postrider.resend;

import org.jspecify.annotations.NullMarked;
