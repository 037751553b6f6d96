package tutti.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code AudioEngine.render} reaches in our code, through calls, overriding methods and lambdas, never waits and
 * makes nothing: no monitor, lock, queue, log, stream, file, and no new object. Read from the compiled code, since a
 * test that renders sees only the ways that it took.
 */
final class SoundThreadRule {
    private static final String ROOT = "tutti/client/audio/AudioEngine";
    private static final Pattern WAITS =
            Pattern.compile("org/slf4j/.*|java/io/.*|java/nio/(file|channels)/.*|java/net/.*"
                    + "|java/util/(logging|concurrent/(?!atomic/)).*|java/lang/(Thread|Process.*|Runtime)"
                    + "|javax/.*");
    private static final Set<String> WAITING = Set.of("wait", "notify", "notifyAll");

    private final Map<String, ClassModel> ours;
    private final Deque<Method> open = new ArrayDeque<>();
    private final Set<Method> seen = new HashSet<>();
    private final List<String> breaches = new ArrayList<>();

    private record Method(String owner, String name, String type) {
        @Override
        public String toString() {
            return owner.replace('/', '.') + "." + name;
        }
    }

    private SoundThreadRule(Map<String, ClassModel> ours) {
        this.ours = ours;
    }

    static Rule rule() {
        return new Rule("sound-thread-waits-for-nothing", SoundThreadRule::breaches);
    }

    private static List<String> breaches(Code code) {
        SoundThreadRule rule = new SoundThreadRule(code.classes().stream()
                .map(SoundThreadRule::model)
                .collect(Collectors.toMap(model -> model.thisClass().asInternalName(), Function.identity())));
        return rule.walk();
    }

    private static ClassModel model(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> walk() {
        if (ours.containsKey(ROOT)) {
            ours.get(ROOT).methods().stream()
                    .filter(method -> method.methodName().equalsString("render"))
                    .forEach(method -> open.add(
                            new Method(ROOT, "render", method.methodType().stringValue())));
        }
        if (open.isEmpty()) {
            return List.of(ROOT + " has no render: from where is sound made now?");
        }
        while (!open.isEmpty()) {
            Method next = open.pop();
            if (seen.add(next)) {
                bodies(next).forEach(this::judge);
            }
        }
        return breaches;
    }

    /** Where a call may land: the class's own or inherited method, and all that override it. */
    private List<MethodModel> bodies(Method call) {
        List<MethodModel> bodies = new ArrayList<>();
        for (ClassModel type : ours.values()) {
            if (isA(type, call.owner())
                    || isA(ours.get(call.owner()), type.thisClass().asInternalName())) {
                type.methods().stream()
                        .filter(method -> method.methodName().equalsString(call.name())
                                && method.methodType().equalsString(call.type()))
                        .forEach(bodies::add);
            }
        }
        return bodies;
    }

    private boolean isA(ClassModel type, String other) {
        if (type == null) {
            return false;
        }
        return type.thisClass().asInternalName().equals(other)
                || type.superclass()
                        .map(above -> isA(ours.get(above.asInternalName()), other))
                        .orElse(false)
                || type.interfaces().stream()
                        .map(ClassEntry::asInternalName)
                        .anyMatch(above -> isA(ours.get(above), other));
    }

    private void judge(MethodModel method) {
        Method in = new Method(
                method.parent().orElseThrow().thisClass().asInternalName(),
                method.methodName().stringValue(),
                method.methodType().stringValue());
        if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
            breaches.add(in + " is synchronized");
        }
        method.code().ifPresent(code -> code.forEach(element -> judge(in, element)));
    }

    private void judge(Method in, CodeElement element) {
        switch (element) {
            case MonitorInstruction enter
            when enter.opcode() == Opcode.MONITORENTER -> breaches.add(in + " takes a monitor");
            case NewObjectInstruction made -> makes(in, made.className().asInternalName());
            case NewPrimitiveArrayInstruction made -> makes(in, made.typeKind() + "[]");
            case NewReferenceArrayInstruction made ->
                makes(in, made.componentType().asInternalName() + "[]");
            case FieldInstruction field ->
                uses(in, field.owner().asInternalName(), field.name().stringValue());
            case InvokeInstruction call -> {
                String owner = call.owner().asInternalName();
                uses(in, owner, call.name().stringValue());
                open.add(
                        new Method(owner, call.name().stringValue(), call.type().stringValue()));
            }
            case InvokeDynamicInstruction lambda ->
                lambda.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .forEach(handle -> open.add(method(handle)));
            case CodeElement other -> {}
        }
    }

    private static Method method(DirectMethodHandleDesc handle) {
        String owner = handle.owner().descriptorString();
        return new Method(owner.substring(1, owner.length() - 1), handle.methodName(), handle.lookupDescriptor());
    }

    /** What is thrown ends the sound anyway. */
    private void makes(Method in, String type) {
        if (type.endsWith("Exception") || type.endsWith("Error")) {
            return;
        }
        breaches.add(in + " makes a new " + type.replace('/', '.'));
    }

    private void uses(Method in, String owner, String name) {
        boolean console = owner.equals("java/lang/System")
                && Set.of("out", "err", "in", "getLogger").contains(name);
        if (console || WAITS.matcher(owner).matches() || WAITING.contains(name) && !ours.containsKey(owner)) {
            breaches.add(in + " uses " + owner.replace('/', '.') + "." + name);
        }
    }
}
