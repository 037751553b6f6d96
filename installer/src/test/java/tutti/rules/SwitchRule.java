package tutti.rules;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * A switch over one of our own sealed types or enums names every case, so that the compiler names every place that an
 * addition touches. An arm that would take what is added later is a breach: {@code default}, or a pattern of the
 * whole type. Enums of libraries are not ours to be named in full.
 */
final class SwitchRule {

    private static final String OURS = "tutti.";

    private SwitchRule() {}

    static Rule rule() {
        return new Rule("switches-name-every-case", SwitchRule::breaches);
    }

    private static List<String> breaches(Code code) {
        List<Path> files = code.sources().stream()
                .filter(source -> source.text().contains("switch"))
                .map(source -> Javac.file(source.unit()))
                .toList();
        Javac.Typed typed = Javac.analyse(files, code.classFolders());
        List<String> breaches = new ArrayList<>();
        typed.units().forEach(unit -> new Scanner(unit, typed, breaches).scan(unit, null));
        return breaches;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Javac.Typed typed;
        private final List<String> breaches;

        Scanner(CompilationUnitTree unit, Javac.Typed typed, List<String> breaches) {
            this.unit = unit;
            this.typed = typed;
            this.breaches = breaches;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void unused) {
            judge(tree.getExpression(), tree.getCases());
            return super.visitSwitch(tree, unused);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
            judge(tree.getExpression(), tree.getCases());
            return super.visitSwitchExpression(tree, unused);
        }

        private void judge(ExpressionTree selector, List<? extends CaseTree> cases) {
            Element type = elementOf(typeOf(new TreePath(getCurrentPath(), selector)));
            if (type == null || !isOurs(type)) {
                return;
            }
            cases.stream()
                    .flatMap(arm -> arm.getLabels().stream())
                    .filter(label -> takesWhatIsAdded(label, type))
                    .forEach(label -> breaches.add("%s:%d an arm takes every later %s"
                            .formatted(Javac.file(unit), lineOf(label), type.getSimpleName())));
        }

        private boolean takesWhatIsAdded(CaseLabelTree label, Element selected) {
            return label instanceof DefaultCaseLabelTree
                    || label instanceof PatternCaseLabelTree pattern
                            && selected.equals(elementOf(typeOf(new TreePath(getCurrentPath(), pattern.getPattern()))));
        }

        private TypeMirror typeOf(TreePath path) {
            return typed.trees().getTypeMirror(path);
        }

        private long lineOf(CaseLabelTree label) {
            return unit.getLineMap()
                    .getLineNumber(typed.trees().getSourcePositions().getStartPosition(unit, label));
        }

        private static Element elementOf(TypeMirror type) {
            if (type == null) {
                return null;
            }
            if (type.getKind() == TypeKind.TYPEVAR) {
                return elementOf(((TypeVariable) type).getUpperBound());
            }
            return type instanceof DeclaredType declared ? declared.asElement() : null;
        }

        private static boolean isOurs(Element type) {
            return type.toString().startsWith(OURS)
                    && (type.getKind() == ElementKind.ENUM
                            || type.getModifiers().contains(Modifier.SEALED));
        }
    }
}
