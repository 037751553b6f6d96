package tutti.sync.sim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Makes a program whose classes have a fault in them: real sources, changed, compiled and loaded beside the good
 * ones.
 */
final class Workshop extends ClassLoader {
    private final Map<String, byte[]> changed;

    private Workshop(Map<String, byte[]> changed) {
        super(Workshop.class.getClassLoader());
        this.changed = changed;
    }

    /** The class {@code type}, with all that it uses, as the fault has it. */
    static Class<?> load(Planted planted, Class<?> type) throws ClassNotFoundException {
        Map<String, byte[]> classes = planted.file().isEmpty() ? Map.of() : compile(planted);
        return new Workshop(classes).loadClass(type.getName());
    }

    private static Map<String, byte[]> compile(Planted planted) {
        String text = read(planted.file());
        for (Planted.Change change : planted.changes()) {
            int at = text.indexOf(change.from());
            Broken.unless(at >= 0 && text.indexOf(change.from(), at + 1) < 0, "not exactly once: " + change.from());
            text = text.replace(change.from(), change.to());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Output output = new Output(compiler.getStandardFileManager(null, null, null));
        List<String> options = List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path"));
        boolean done = compiler.getTask(null, output, null, options, null, List.of(new Text(planted.file(), text)))
                .call();
        Broken.unless(done, "the changed source does not compile");
        return output.classes();
    }

    private static String read(String file) {
        Path module = Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
        try {
            return Files.readString(module.resolve("src/main/java").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith("tutti.") ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = changed.containsKey(name) ? changed.get(name) : good(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] good(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Source text as a file. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps compiled classes in memory. */
    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> streams = new HashMap<>();

        Output(StandardJavaFileManager files) {
            super(files);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            streams.forEach((name, stream) -> classes.put(name, stream.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return streams.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
