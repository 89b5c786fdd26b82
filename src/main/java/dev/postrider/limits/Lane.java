package dev.postrider.limits;

/** Who asks for permits: campaigns leave the transactional reserve alone. */
public enum Lane {
    CAMPAIGN,
    TRANSACTIONAL
}
