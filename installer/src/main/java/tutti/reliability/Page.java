package tutti.reliability;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The page of faults: what a person wrote, and below a mark the table that a run wrote. */
record Page(String written) {
    static final String MARK = "<!-- What stands below is written by ./tutti reliability. -->\n";

    /** The page with another table. */
    Page with(List<Trial> trials, String form, LocalDate date, Machine machine) {
        int mark = written.indexOf(MARK);
        if (mark < 0) {
            throw new IllegalArgumentException("the page has no line that says where the table begins");
        }
        String rows = Trial.longest(trials).stream().map(Trial::row).collect(Collectors.joining("\n"));
        return new Page(written.substring(0, mark + MARK.length()) + """

                The %s form, run on %s; %s.

                | fault | how it is made | times | acknowledged edits | lost | back after |
                |---|---|---:|---:|---:|---|
                %s
                """.formatted(form, date, machine.words(), rows));
    }
}
