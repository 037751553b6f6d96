package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A pack")
class ColumnsTest {
    private static final int CASES = Boolean.getBoolean("tutti.hurry") ? 60 : 2_000;
    private static final byte PLAIN = 1;
    private static final byte COLUMNS = 2;
    /** All that rows are made of, and what looks like it. */
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\\"",
            "/",
            " ",
            "-",
            "_",
            "0",
            "-0",
            "007",
            "7",
            "-12",
            "1790000000000",
            "999999999999999999",
            "1000000000000000000",
            "-999999999999999999",
            "true",
            "null",
            "\"at\":\"",
            "\"at\":",
            "\"at\":\"step/A/kick/4\"",
            "\"at\":\"track/\u00e4\u20ac\"",
            "\"put\":\"",
            "\"put\":\"on\"",
            "\"to\":",
            "\"was\":",
            "\"wall\":",
            "\"seq\":",
            "\"gesture\":\"",
            "4ZSsgorPYLhshg58TQEFwA",
            "4ZSsgorPYLhshg58TQEFwB",
            "\u0000",
            "\u0100\u0200",
            "\ud83c\udfb9");

    /** Three rows, as the first server that packed wrote them. */
    private static final String GOLDEN_PLAIN = ""
            + "0178da9dd1cd4e84301405e03ecb5d97d042f9293b9fc3b8287a7170603ab425a318dedbb81264c660846162574d737a"
            + "72bf9610f2f10eca4116c4228d6346217f830c6aac73349e2e3cb72bad67b4ae3d06148ad2d8212c020acf685d6b7008"
            + "bf3c552a52af4a5743a26e9d72a53e58c8eea766b00e8ffe9def8c7adcc77e30848eed78ae0fc3d669c89c69b17fa060"
            + "b199bac7289e1b0a87663a5d29cbb1d0e31cec57ef490df70b55d9efe693aa2ac87822d9b438933d21e4f36c4fc23092"
            + "f2467b38b7ef3a74d8956c2fb7ed911fc82d7cb8880fe96adbbff4011bf5979f4f22c1437145cf677a31d7372aed6c53"
            + "c88a6feb99bf80ff1971d28b45bda06b6d57f09767fd634f79ff05711be675";

    /** The same rows in columns. */
    private static final String GOLDEN_COLUMNS = ""
            + "020000000003010000000300000005636062000000000002020000000200000004ebe901000000000200000004636404"
            + "000000018c000000a5bd904d0ac2301085ef32eb40f7b98ab848652285da6832a14829f44fc9a97423b4d7e84d9c542d"
            + "b8171781f0deccf778538122905323203d83843934204067d645b515b04747dee262b56c1d3c29ca4ce1406eaa6517c6"
            + "db1cba640e3dbf2199baf1ce73471f2d53f0970c48b21eebad008727e6f62c5ab5c33744135a5607f1e23d624e8adac4"
            + "d8e9f2c52a15ef6895bb8556aa3ce7916b5dfda7c51afc931a9f9bac2d9e000702000000030300000003000000050b79"
            + "1102000000000300000005bb92cd030000000003000000050b080e010002000000030000000000030100000003000000"
            + "0563b11202000200000003000200000003000000000003000000000003060000000300000005bbf5210b000000000300"
            + "000005bb71e3260000000003000000055bb06001000000000300000005ebe8e800000000000300000005737474040000"
            + "00000300000005636666060000050000000003010000000300000005636062000000000002010000000200000004d3d2"
            + "02000000002a0000001bcb4dcd4d4a2dd2cd4fd32dc9c82cd62dcacfcfd535c8c5226808000000000003000000000301"
            + "000000030000000513111101000000001e00000020cb4ac949344dac48cccfc9a84a2d49adca34c8b62c4cb4a82a2e4c"
            + "b3cc3104000000000003010000000300000005636062020000000001010000000100000003e300000000000400000006"
            + "2b2e492d0000000000000301000000030000000563606202000000000101000000010000000363020000000001000000"
            + "0373040000000000030000000003010000000300000005e3e1e10100000000120000000e2b294a4cce362b0191a660d2"
            + "0000";

    private static List<Row> rows(Mark before, int count, LongFunction<Bytes> source) {
        List<Row> rows = new ArrayList<>();
        Mark at = before;
        for (int i = 0; i < count; i++) {
            rows.add(Row.after(at, source.apply(at.seq() + 1)));
            at = rows.getLast().at();
        }
        return rows;
    }

    private static Mark before(long seq) {
        return new Mark(seq, Rooms.chain("before"));
    }

    private static Bytes soup(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(40); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return Bytes.of(bytes);
    }

    @Test
    @DisplayName("gives back the very bytes of all rows, whatever they are")
    void anything() throws StoreDamaged {
        Random random = new Random(1);
        for (int i = 0; i < CASES; i++) {
            Mark before = before(random.nextInt(1_000_000));
            List<Bytes> few = List.of(soup(random), soup(random), soup(random));
            int same = random.nextInt(3);
            List<Row> rows = rows(
                    before,
                    1 + random.nextInt(40),
                    seq -> random.nextInt(3) < same ? few.get(random.nextInt(few.size())) : soup(random));
            Pack pack = new Pack(before, rows.getLast().at(), 0, Pack.columns(before.seq() + 1, rows));
            assertEquals(rows, pack.rows("here"), "case " + i);
            assertEquals(rows, Pack.of(before, rows).rows("here"), "case " + i);
        }
    }

    @Test
    @DisplayName("takes fewer than 14 bytes an edit, of which a random id costs what is random in it")
    void small() throws StoreDamaged {
        PeopleRows people = new PeopleRows(1);
        each(rows(before(0), Limits.PACK_ROWS, new RealRows(1)::row), 14);
        each(rows(before(0), Limits.PACK_ROWS, seq -> people.next()), 14.5);
    }

    private static void each(List<Row> rows, double most) throws StoreDamaged {
        Pack pack = Pack.of(before(0), rows);
        double bytes = pack.body().size() / (double) rows.size();
        assertTrue(bytes < most, bytes + " bytes an edit");
        assertEquals(rows, pack.rows("here"));
        assertEquals(COLUMNS, pack.body().toArray()[0]);
    }

    @Test
    @DisplayName("of rows that have nothing in common keeps the old form")
    void noise() throws StoreDamaged {
        Random random = new Random(2);
        List<Row> rows = rows(before(7), 50, seq -> {
            byte[] noise = new byte[2_000];
            random.nextBytes(noise);
            return Bytes.of(noise);
        });
        Pack pack = Pack.of(before(7), rows);
        assertEquals(PLAIN, pack.body().toArray()[0]);
        assertEquals(rows, pack.rows("here"));
    }

    @Test
    @DisplayName("that was written in a form of before is read for ever")
    void golden() throws StoreDamaged {
        Mark before = before(41);
        RealRows source = new RealRows(3);
        List<Row> rows = rows(before, 3, source::row);
        for (String form : List.of(GOLDEN_PLAIN, GOLDEN_COLUMNS)) {
            Bytes body = Bytes.of(HexFormat.of().parseHex(form));
            int size = rows.stream().mapToInt(Pack::size).sum();
            Pack pack = new Pack(before, rows.getLast().at(), size, body);
            assertEquals(rows, pack.rows("here"));
        }
    }

    @Test
    @DisplayName("that is in the old form is made smaller by the next rewriting")
    void renewed() throws StoreDamaged {
        List<Row> rows = rows(before(0), 400, new RealRows(3)::row);
        int size = rows.stream().mapToInt(Pack::size).sum();
        Pack old = new Pack(before(0), rows.getLast().at(), size, Pack.plain(rows));
        assertEquals(Pack.of(before(0), rows), old.renewed("here"));
        assertTrue(old.renewed("here").body().size() < old.body().size() / 2);
    }
}
