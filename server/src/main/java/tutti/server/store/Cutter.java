package tutti.server.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Cuts rows into what they have in common and what differs. A template is a row's text in which marks stand for numbers
 * and words; these go to columns, one for each place in which they can stand. It takes any bytes, but knows what rows
 * look like: a path that comes again within a row is a mark, too, and the name of a property stays in the template.
 */
final class Cutter {
    /** Marks are above all bytes: a path that was here so many paths before; where a path begins, and ends. */
    static final char PATH_AGAIN = 0x100;

    static final char PATH = 0x1FE;
    static final char PATH_END = 0x1FF;
    /** Columns of numbers, and of words; there are fewer of each than lie between. */
    static final char NUMBER = 0x200;

    static final char WORD = 0x1200;
    private static final int COLUMNS = WORD - NUMBER;
    private static final int BACK = PATH - PATH_AGAIN;
    private static final int DIGITS = 18;
    private static final int ORDINALS = 8;
    private static final Set<String> PLAIN = Set.of("true", "false", "null");

    /** A place in rows: the member, its property if it is a value of one, and how many stood there before. */
    private record Name(String property, String key, int ordinal) {}

    /** Columns of one kind, each with the name that it is found by. */
    private record Columns<C>(Map<Name, Integer> byName, List<C> all) {
        Columns() {
            this(new HashMap<>(), new ArrayList<>());
        }

        /** Its number, or -1 if there are too many. */
        int of(Name name, Supplier<C> make) {
            Integer known = byName.get(name);
            if (known != null) {
                return known;
            }
            if (all.size() == COLUMNS) {
                return -1;
            }
            byName.put(name, all.size());
            all.add(make.get());
            return all.size() - 1;
        }
    }

    private final Columns<Numbers.Writer> numbers = new Columns<>();
    private final Columns<Words.Writer> words = new Columns<>();

    List<Numbers.Writer> numbers() {
        return numbers.all;
    }

    List<Words.Writer> words() {
        return words.all;
    }

    /** The template of this row, the values of which are added to their columns. */
    String cut(String row, long seq) {
        return new Cut(row, seq).template();
    }

    static boolean inWord(int letter) {
        return isDigit(letter)
                || (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || letter == '_'
                || letter == '-';
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }

    /** One row. */
    private final class Cut {
        private final String row;
        private final long seq;
        private final StringBuilder template = new StringBuilder();
        private final List<String> paths = new ArrayList<>();
        private String property = "";
        private String key = "";
        private int ordinal;
        private long clock;
        private int at;
        private int pathEnd = -1;

        Cut(String row, long seq) {
            this.row = row;
            this.seq = seq;
        }

        String template() {
            while (at < row.length()) {
                char letter = row.charAt(at);
                if (inWord(letter)) {
                    word();
                } else {
                    mark(letter);
                }
            }
            return template.toString();
        }

        /** What is no word: it may begin or end a path, or end what has a property. */
        private void mark(char letter) {
            if (at == pathEnd) {
                template.append(PATH_END);
            }
            template.append(letter);
            at++;
            if (letter == '}') {
                property = "";
            }
            if (letter == '"' && key.equals("at") && row.startsWith("\":\"", at - 3) && pathEnd < at) {
                path();
            }
        }

        private void path() {
            int end = row.indexOf('"', at);
            if (end < 0) {
                return;
            }
            String path = row.substring(at, end);
            int back = paths.size() - paths.lastIndexOf(path);
            if (back <= paths.size() && back < BACK) {
                template.append((char) (PATH_AGAIN + back));
                at = end;
            } else {
                template.append(PATH);
                pathEnd = end;
            }
            paths.add(path);
        }

        private void word() {
            int from = at;
            while (at < row.length() && inWord(row.charAt(at))) {
                at++;
            }
            String word = row.substring(from, at);
            boolean quoted = from > 0 && row.charAt(from - 1) == '"';
            if (quoted && row.startsWith("\":", at)) {
                key = word;
                ordinal = 0;
                template.append(word);
            } else if (quoted && key.equals("put")) {
                property = word;
                template.append(word);
            } else if (PLAIN.contains(word)) {
                template.append(word);
            } else {
                value(word);
                ordinal = Math.min(ordinal + 1, ORDINALS - 1);
            }
        }

        private void value(String word) {
            Name name = new Name(property, key, ordinal);
            boolean number = isNumber(word);
            int column = number ? numbers.of(name, Numbers.Writer::new) : words.of(name, Words.Writer::new);
            if (column < 0) {
                template.append(word);
            } else if (number) {
                long value = Long.parseLong(word);
                numbers.all.get(column).add(value, seq, clock);
                clock = clock == 0 ? value : clock;
                template.append((char) (NUMBER + column));
            } else {
                words.all.get(column).add(word);
                template.append((char) (WORD + column));
            }
        }

        /** Whether this is how a number is written, so that the number says how. */
        private static boolean isNumber(String word) {
            int from = word.charAt(0) == '-' ? 1 : 0;
            return word.length() > from
                    && word.length() <= DIGITS
                    && word.chars().skip(from).allMatch(Cutter::isDigit)
                    && String.valueOf(Long.parseLong(word)).equals(word);
        }
    }
}
