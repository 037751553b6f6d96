package tutti.rules;

import java.util.List;
import java.util.stream.Stream;

/** Every rule that a machine checks over the code itself. */
final class HouseRules {

    private HouseRules() {}

    static List<Rule> all() {
        return Stream.of(
                        FenceRules.all(),
                        PurityRules.all(),
                        ShapeRules.all(),
                        SizeRules.all(),
                        WordRules.all(),
                        List.of(SwitchRule.rule(), SoundThreadRule.rule()))
                .flatMap(List::stream)
                .toList();
    }
}
