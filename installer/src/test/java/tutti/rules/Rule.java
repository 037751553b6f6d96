package tutti.rules;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One rule of the house that a machine checks. Its name is also the folder of its planted violations.
 *
 * @param breaches what in the code breaks it, one line each, naming the file or the class
 */
record Rule(String name, Function<Code, List<String>> breaches) {

    /** A rule over compiled main code. Of the whole repository it must have something to judge. */
    static Rule ofClasses(String name, ArchRule... rules) {
        return new Rule(
                name,
                code -> Stream.of(rules)
                        .map(rule -> rule.allowEmptyShould(!code.whole()).evaluate(code.classes()))
                        .flatMap(result -> result.getFailureReport().getDetails().stream())
                        .toList());
    }

    /** A rule over each source file by itself. */
    static Rule ofSources(String name, Function<Source, List<String>> breaches) {
        return new Rule(
                name,
                code -> code.sources().stream()
                        .flatMap(source -> breaches.apply(source).stream())
                        .toList());
    }
}
