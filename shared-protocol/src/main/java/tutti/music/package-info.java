/**
 * Musical time, chance and pitch as values: pure and deterministic. No clock, no randomness but seeded hashes, no
 * state. Musical moments are ticks ({@link tutti.music.Ticks}), room time is microseconds, sound is frames at 48 kHz.
 */
@NullMarked
package tutti.music;

import org.jspecify.annotations.NullMarked;
