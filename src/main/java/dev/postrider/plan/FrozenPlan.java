package dev.postrider.plan;

import dev.postrider.ledger.RunId;

/**
 * The recipients of a run as they were frozen.
 *
 * @param epoch under which the blocks were written; blocks of other epochs are leavings of a planner that lost its run
 * @param blocks number of blocks, numbered from 0
 * @param planned number of recipients in them
 */
public record FrozenPlan(RunId run, long epoch, int blocks, long planned) {}
