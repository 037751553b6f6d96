package tutti.wire;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.edit.EffectsFields;
import tutti.edit.Field;
import tutti.edit.TrackFields;
import tutti.model.Effects;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Track;
import tutti.music.Level;

/**
 * The effects of an old record. There they stood in the master's way with a share of wet; here reverb, delay and chorus
 * are sends, so every track sends to the one that was wet, and its return has the level of that share.
 *
 * @param old the record's effects; dry if there are none
 */
record LegacyEffects(Old old, Repair repair) {
    private static final int SHARE = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int WHOLE = 96;
    private static final Map<Character, Integer> SIXTHS_OF_KIND = Map.of('n', 6, 't', 4, '.', 9);

    Session into(Session session) {
        Effects effects = EffectsFields.BYPASS.with(session.effects(), old.flag("bypass"));
        Old distortion = old.object("distortion");
        effects = repair.put(effects, EffectsFields.DISTORTION_AMOUNT, distortion.number("amount", SHARE));
        effects = repair.put(effects, EffectsFields.DISTORTION_WET, distortion.number("wet", SHARE));
        effects = repair.put(
                effects, EffectsFields.REVERB_DECAY, old.object("reverb").number("decay", SHARE));
        effects = repair.put(
                effects, EffectsFields.DELAY_FEEDBACK, old.object("delay").number("feedback", SHARE));
        effects = repair.put(
                effects, EffectsFields.CHORUS_RATE, old.object("chorus").number("frequency", SHARE));
        effects = repair.put(
                effects, EffectsFields.CHORUS_DEPTH, old.object("chorus").number("depth", SHARE));
        effects = repair.put(effects, EffectsFields.DELAY_TIME, delayTime());
        Session next = session.withEffects(effects);
        next = wet(next, "reverb", EffectsFields.REVERB_WET, TrackFields.SEND_REVERB);
        next = wet(next, "delay", EffectsFields.DELAY_WET, TrackFields.SEND_DELAY);
        return wet(next, "chorus", EffectsFields.CHORUS_WET, TrackFields.SEND_CHORUS);
    }

    private Session wet(Session session, String name, Field<Effects, Integer> level, Field<Track, Integer> send) {
        OptionalLong wet = old.object(name).number("wet", MILLION);
        int share = repair.within("wet of the " + name, wet.orElse(0), 0, MILLION);
        if (share == 0) {
            return session;
        }
        repair.say("had its " + name + " in the master; here every track sends to it, and the dry sound stays as loud");
        Effects effects =
                repair.put(session.effects(), level, OptionalLong.of(Math.max(-60_000, Level.milliDb(share))));
        Shelf<Track> tracks = session.tracks();
        for (Shelf.Entry<Track> track : session.tracks().entries()) {
            tracks = tracks.with(track.id(), send.with(track.node(), 0));
        }
        return session.withEffects(effects).withTracks(tracks);
    }

    /** {@code 8n} is an eighth, {@code 8t} its triplet, {@code 8n.} dotted; in 96ths of a whole note. */
    private OptionalLong delayTime() {
        Optional<Json> written = old.object("delay").get("time");
        if (written.isEmpty()) {
            return OptionalLong.of(WHOLE / 8);
        }
        String text = Old.text(written.get()).orElse("");
        if (!text.matches("(1|2|4|8|16|32)(n|t|n\\.)")) {
            repair.say("had a delay time that Tutti does not know; it is an eighth");
            return OptionalLong.of(WHOLE / 8);
        }
        int note = Integer.parseInt(text.replaceAll("[^0-9]", ""));
        int sixths = SIXTHS_OF_KIND.getOrDefault(text.charAt(text.length() - 1), 6);
        return OptionalLong.of(Math.max(1, (long) WHOLE * sixths / (6L * note)));
    }
}
