/** The program as a child process, killed, frozen, robbed of its stores and lied to; counted at the SES end. */
@NullMarked
package dev.postrider.breaking;

import org.jspecify.annotations.NullMarked;
