package tutti.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.nio.file.Path;
import java.util.List;

/**
 * One parsed source file.
 *
 * @param path where it is, for people to read
 * @param test whether it is test code
 */
record Source(Path path, boolean test, String text, CompilationUnitTree unit, SourcePositions positions) {

    List<String> lines() {
        return text.lines().toList();
    }

    String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /** The first line of a tree, from 1. */
    long line(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    /** The last line of a tree, from 1. */
    long lastLine(Tree tree) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    }

    /** A breach in this file, in the form that editors make clickable. */
    String breach(long line, String what) {
        return "%s:%d %s".formatted(path, line, what);
    }
}
