package io.xunjian.console.desk;

/**
 * What the decisions about one target have made of it.
 *
 * @param <S> itself
 */
sealed interface Standing<S extends Standing<S>> permits AlertDesk, Mute {

    /** What the decision makes of it; equal to this where it changes nothing. Never an undo. */
    S after(Decision decision);

    /** The decision that made it what it is; null where none did, or all were undone. */
    String lastChange();
}
