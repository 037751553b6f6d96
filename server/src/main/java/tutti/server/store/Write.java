package tutti.server.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import tutti.model.SessionId;

/** One write on its way: what it does inside a transaction, and how its asker is told. */
sealed interface Write {
    /**
     * What a write did.
     *
     * @param moved whether it moved a head
     * @param answer tells the asker; run only after the sync
     */
    record Done(boolean moved, Runnable answer) {}

    /**
     * Does it, in the transaction of the group. Any other exception than a rejection or an SQL state of data is fatal.
     */
    Done apply(WriteTables tables) throws SQLException, StoreDamaged, RejectedWrite;

    /** Nobody knows whether it is durable. */
    void unknown(String reason);

    /** It is not there, and others may be. */
    void rejected(String reason);

    /** Canonical bytes in it. */
    default long bytes() {
        return 0;
    }

    /** Rows in it. */
    default int rows() {
        return 0;
    }

    /** A write to a session that must be there and whose head must be where the writer thinks. */
    sealed interface ToHead extends Write {
        /** Who asked. */
        Consumer<Outcome> told();

        @Override
        default void unknown(String reason) {
            told().accept(new Outcome.Unknown(reason));
        }

        @Override
        default void rejected(String reason) {
            told().accept(new Outcome.Rejected(reason));
        }

        /** The end of a write that found, or did not find, the head at {@code version}. */
        default Done done(boolean moved, long version) {
            Outcome outcome = moved ? new Outcome.Committed(version + 1) : new Outcome.Fenced();
            return new Done(moved, () -> told().accept(outcome));
        }
    }

    /** {@link Journal#append}. */
    record Append(Batch batch, Consumer<Outcome> told) implements ToHead {
        @Override
        public Done apply(WriteTables to) throws SQLException, StoreDamaged, RejectedWrite {
            long session = to.sessions().number(batch.session());
            boolean moved = to.sessions().move(session, batch.version(), batch.before(), batch.after());
            if (moved) {
                fill(to, session);
            }
            return done(moved, batch.version());
        }

        private void fill(WriteTables to, long session) throws SQLException, StoreDamaged, RejectedWrite {
            for (Row row : batch.rows()) {
                to.content().row(session, row);
            }
            for (OutboxState state : batch.outboxes()) {
                to.outboxes().put(session, state);
            }
            for (Face face : batch.faces()) {
                to.faces().put(session, face);
            }
            if (batch.name().isPresent()) {
                to.sessions().rename(session, batch.name().get());
            }
            if (batch.checkpoint().isPresent()) {
                to.content().checkpoint(session, batch.checkpoint().get());
            }
        }

        @Override
        public long bytes() {
            return batch.weight();
        }

        @Override
        public int rows() {
            return batch.rows().size();
        }
    }

    /** {@link Journal#create}. */
    record Create(SessionId session, Birth birth, Consumer<Creation> told) implements Write {
        @Override
        public Done apply(WriteTables to) throws SQLException, StoreDamaged, RejectedWrite {
            Optional<SessionTable.Found> found = to.sessions().find(session);
            if (found.isPresent()) {
                Creation taken = taken(to, found.get());
                return new Done(false, () -> told.accept(taken));
            }
            long number = to.sessions().insert(session, birth);
            to.content().begin(number, birth.start(), birth.parts());
            return new Done(true, () -> told.accept(new Creation.Made(1)));
        }

        private Creation taken(WriteTables to, SessionTable.Found found) throws SQLException, StoreDamaged {
            if (to.sessions().tomb(found.number()).isPresent()) {
                return new Creation.Buried();
            }
            if (!found.whole()) {
                return new Creation.Damaged(new Damage("session " + session.text(), KnownTable.REQUEST_DAMAGED));
            }
            return new Creation.There(
                    !birth.request().isEmpty() && found.request().equals(birth.request()));
        }

        @Override
        public long bytes() {
            return birth.parts().values().stream().mapToLong(Bytes::size).sum();
        }

        @Override
        public void unknown(String reason) {
            told.accept(new Creation.Unknown(reason));
        }

        @Override
        public void rejected(String reason) {
            told.accept(new Creation.Rejected(reason));
        }
    }

    /** {@link Journal#noteKv}. */
    record Note(SessionId session, long version, long seq, Consumer<Outcome> told) implements ToHead {
        @Override
        public Done apply(WriteTables to) throws SQLException, StoreDamaged, RejectedWrite {
            boolean moved = to.sessions().note(to.sessions().number(session), version, seq);
            return done(moved, version);
        }
    }

    /** {@link Journal#note}. */
    record NoteAct(SessionId session, Act act, Consumer<Boolean> kept) implements Write {
        @Override
        public Done apply(WriteTables to) throws SQLException, StoreDamaged, RejectedWrite {
            to.acts().add(to.sessions().number(session), act);
            return new Done(false, () -> kept.accept(true));
        }

        @Override
        public void unknown(String reason) {
            kept.accept(false);
        }

        @Override
        public void rejected(String reason) {
            kept.accept(false);
        }
    }

    /** {@link Journal#bin}. */
    record Bin(SessionId session, long version, OptionalLong deleted, String request, Consumer<Outcome> told)
            implements ToHead {
        @Override
        public Done apply(WriteTables to) throws SQLException, StoreDamaged, RejectedWrite {
            long number = to.sessions().number(session);
            BinTable.Line line = to.bin().find(number);
            if (line.requests().has(request)) {
                return new Done(false, () -> told.accept(new Outcome.Committed(version)));
            }
            boolean moved = to.sessions().touch(number, version);
            if (moved) {
                to.bin().put(number, new BinTable.Line(deleted, line.requests().with(request)));
            }
            return done(moved, version);
        }
    }

    /** {@link Journal#bury}. */
    record Bury(SessionId session, long version, String request, Consumer<Outcome> told) implements ToHead {
        @Override
        public Done apply(WriteTables to) throws SQLException, StoreDamaged, RejectedWrite {
            long number = to.sessions().number(session);
            Optional<SessionTable.Tomb> tomb = to.sessions().tomb(number);
            if (tomb.isPresent()) {
                boolean again = !request.isEmpty() && tomb.get().request().equals(request);
                Outcome outcome = again ? new Outcome.Committed(version + 1) : new Outcome.Fenced();
                return new Done(false, () -> told.accept(outcome));
            }
            boolean moved = to.sessions().touch(number, version);
            if (moved) {
                to.sessions().bury(number, request);
            }
            return done(moved, version);
        }
    }
}
