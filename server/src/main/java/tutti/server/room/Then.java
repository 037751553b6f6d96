package tutti.server.room;

import tutti.sync.Past;

/** What a session was at one moment. */
sealed interface Then {
    /** The same, as a room is told it. */
    Past past();

    /** It was this. */
    record Found(Reading reading) implements Then {
        @Override
        public Past past() {
            return new Past.Known(reading.session());
        }
    }

    /** It has no such moment. */
    record Nowhere() implements Then {
        @Override
        public Past past() {
            return new Past.Nowhere();
        }
    }

    /** What is stored of it is damaged, in words for the operator. */
    record Damaged(String words) implements Then {
        @Override
        public Past past() {
            return new Past.Unreadable();
        }
    }

    /** The store cannot say now. */
    record Later(String reason) implements Then {
        @Override
        public Past past() {
            return new Past.Unreadable();
        }
    }
}
