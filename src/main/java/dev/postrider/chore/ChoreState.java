package dev.postrider.chore;

enum ChoreState {
    DUE,
    DONE,
    GIVEN_UP
}
