package tutti.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column of words: each stands there once, and is a number wherever it comes again. */
final class Words {
    /** In place of the length of a text: it is an id of 128 bits. */
    private static final int ID = -1;

    private static final int ID_BYTES = 16;
    private static final int ID_LETTERS = 22;

    private Words() {}

    /** Gathers a column. */
    static final class Writer {
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> fresh = new ArrayList<>();
        /** For each word 0 if it is new, else which it is, counted from the first and from the newest. */
        private final List<Long> fromFirst = new ArrayList<>();

        private final List<Long> fromNewest = new ArrayList<>();

        void add(String word) {
            Integer place = known.putIfAbsent(word, fresh.size());
            fromFirst.add(place == null ? 0L : place + 1L);
            fromNewest.add(place == null ? 0L : (long) fresh.size() - place);
            if (place == null) {
                fresh.add(word);
            }
        }

        void write(DataOutputStream out) throws IOException {
            long[] first = numbers(fromFirst);
            long[] newest = numbers(fromNewest);
            boolean near = Deflated.estimate(newest) < Deflated.estimate(first);
            out.writeBoolean(near);
            Deflated.write(out, near ? newest : first);
            long[] lengths = new long[fresh.size()];
            ByteArrayOutputStream ids = new ByteArrayOutputStream();
            ByteArrayOutputStream texts = new ByteArrayOutputStream();
            for (int i = 0; i < lengths.length; i++) {
                byte[] id = id(fresh.get(i));
                byte[] text = fresh.get(i).getBytes(UTF_8);
                lengths[i] = id.length > 0 ? ID : text.length;
                ids.writeBytes(id);
                texts.writeBytes(id.length > 0 ? id : text);
            }
            Deflated.write(out, lengths);
            Deflated.write(out, texts.toByteArray());
        }

        private static long[] numbers(List<Long> list) {
            return list.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** The 128 bits that a client made this id of, or nothing. */
    private static byte[] id(String word) {
        if (word.length() != ID_LETTERS || !word.chars().allMatch(Cutter::inWord)) {
            return new byte[0];
        }
        byte[] bits = Base64.getUrlDecoder().decode(word);
        return word(bits).equals(word) ? bits : new byte[0];
    }

    private static String word(byte[] id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /** Yields a column. */
    static final class Reader {
        private final boolean fromNewest;
        private final long[] numbers;
        private final long[] lengths;
        private final byte[] texts;
        private final List<String> known = new ArrayList<>();
        private int next;
        private int read;

        Reader(DataInputStream in) throws IOException {
            fromNewest = in.readBoolean();
            numbers = Deflated.readNumbers(in);
            lengths = Deflated.readNumbers(in);
            texts = Deflated.read(in);
        }

        String next() {
            int number = Math.toIntExact(numbers[next++]);
            if (number == 0) {
                known.add(fresh());
                return known.getLast();
            }
            return known.get(fromNewest ? known.size() - number : number - 1);
        }

        private String fresh() {
            int length = Math.toIntExact(lengths[known.size()]);
            int from = read;
            read += length == ID ? ID_BYTES : length;
            return length == ID ? word(Arrays.copyOfRange(texts, from, read)) : new String(texts, from, length, UTF_8);
        }
    }
}
