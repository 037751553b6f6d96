package tutti.client.ui.bar;

import java.util.List;
import tutti.client.ui.Hands;
import tutti.client.ui.kit.Hand;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Place.OfSession;
import tutti.model.Session;

/** A hand on one number of the session. */
record Turning(Hands hands, String words, Field<Session, Integer> field) implements Hand {
    @Override
    public void turn(int value) {
        hands.hold(words, List.of(Mutation.put(new OfSession(), field, value)));
    }

    @Override
    public void let() {
        hands.let();
    }

    @Override
    public void cancel(int origin) {
        hands.cancel();
    }
}
