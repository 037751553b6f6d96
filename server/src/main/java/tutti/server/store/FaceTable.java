package tutti.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes how authors of rows were seen last, and knows them again. Writes on the writer thread only, inside its
 * transaction.
 */
final class FaceTable {
    /** A row as it lies there, whole or not. */
    private record Line(long key, String member, String name, int colour, int crc) {
        static Line of(ResultSet row) throws SQLException {
            return new Line(
                    row.getLong("id"),
                    row.getString("member"),
                    row.getString("name"),
                    row.getInt("colour"),
                    row.getInt("crc"));
        }

        boolean whole() {
            return crc == sum(key, member, name, colour);
        }

        boolean shows(Face face) {
            return whole() && name.equals(face.name()) && colour == face.colour();
        }
    }

    private static final String ALL = "SELECT * FROM face WHERE id BETWEEN ? AND ? ORDER BY id";

    private final PreparedStatement all;
    private final PreparedStatement insert;
    private final PreparedStatement update;

    FaceTable(Connection to) throws SQLException {
        all = to.prepareStatement(ALL);
        insert = to.prepareStatement("INSERT INTO face VALUES(?, ?, ?, ?, ?)");
        update = to.prepareStatement("UPDATE face SET name = ?, colour = ?, crc = ? WHERE id = ?");
    }

    /** Keeps this one, if it is another than what is there; of more than a session keeps, nothing. */
    void put(long session, Face face) throws SQLException, StoreDamaged {
        List<Line> lines = lines(all, session);
        Optional<Line> there = lines.stream()
                .filter(line -> line.member().equals(face.member()))
                .findFirst();
        if (there.isPresent() && !there.get().shows(face)) {
            long key = there.get().key();
            Sql.run(update, face.name(), face.colour(), sum(key, face.member(), face.name(), face.colour()), key);
        } else if (there.isEmpty() && lines.size() < Limits.FACES) {
            long key =
                    lines.isEmpty() ? Tables.key(session, 1) : lines.getLast().key() + 1;
            int sum = sum(key, face.member(), face.name(), face.colour());
            Sql.run(insert, key, face.member(), face.name(), face.colour(), sum);
        }
    }

    private static List<Line> lines(PreparedStatement all, long session) throws SQLException, StoreDamaged {
        return Sql.all(all, Line::of, Tables.key(session, 0), Tables.key(session, Limits.SEQ));
    }

    /** All that a session keeps. */
    static Faces of(Connection from, long session, String where) throws SQLException, StoreDamaged {
        List<Face> whole = new ArrayList<>();
        List<Damage> damaged = new ArrayList<>();
        try (PreparedStatement all = from.prepareStatement(ALL)) {
            for (Line line : lines(all, session)) {
                if (line.whole()) {
                    whole.add(new Face(line.member(), line.name(), line.colour()));
                } else {
                    damaged.add(new Damage(where, "what an author of it is called is not as it was written"));
                }
            }
        }
        return new Faces(whole, damaged);
    }

    private static int sum(long key, String member, String name, int colour) {
        return new Sum().add(key).add(member).add(name).add(colour).value();
    }
}
