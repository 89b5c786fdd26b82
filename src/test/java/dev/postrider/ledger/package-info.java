@NullMarked
package dev.postrider.ledger;

import org.jspecify.annotations.NullMarked;
