package tutti.server.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.server.store.Bytes;
import tutti.server.store.Disk;
import tutti.server.store.Upkeep;

/**
 * Where a running server is asked for upkeep by whoever may read its folder: a port on loopback, and in the folder, for
 * its owner alone, the file {@code control} with the port and a secret. One line asks ({@code SECRET rewrite},
 * {@code SECRET backup FOLDER}, or {@code SECRET export SESSION FILE}), lines answer while it goes on: {@code at ROWS
 * ALL}, and last {@code done …} or {@code failed …}. Who hangs up ends what was asked for. At most {@link #ASKERS} are
 * heard at a time; one more is told so at once.
 */
final class Control implements AutoCloseable {
    static final String FILE = "control";

    private static final Logger LOG = LoggerFactory.getLogger(Control.class);
    private static final int WAITING = 4;
    /** Askers at a time, also those who have not said yet what they want: upkeep is done one after the other anyway. */
    static final int ASKERS = 8;

    private static final String FULL = "failed the server hears " + ASKERS + " askers at a time; ask again later\n";

    private static final int ASK_MILLIS = 5_000;
    private static final int ASK_CHARS = 4_200;
    private static final int REFUSE_MILLIS = 100;
    private static final long PAUSE_MILLIS = 100;
    private static final int SECRET_BYTES = 16;

    private final Path file;
    private final ServerSocket door;
    private final Upkeep upkeep;
    private final byte[] secret;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Semaphore askers = new Semaphore(ASKERS);

    private Control(Path file, ServerSocket door, Upkeep upkeep, String secret) {
        this.file = file;
        this.door = door;
        this.upkeep = upkeep;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** Opens it, and writes the file. */
    static Control open(Path folder, Upkeep upkeep) throws IOException {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        ServerSocket door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Control control = new Control(folder.resolve(FILE), door, upkeep, secret);
        try {
            control.publish(door.getLocalPort() + " " + secret + "\n");
        } catch (IOException | RuntimeException failed) {
            door.close();
            throw failed;
        }
        Thread.ofPlatform().daemon().name("tutti-control").start(control::serve);
        return control;
    }

    /** Made empty and for its owner alone before the secret is in it; renamed over it, it keeps that. */
    private void publish(String text) throws IOException {
        Path temporary = file.resolveSibling(FILE + Disk.TEMPORARY);
        Files.deleteIfExists(temporary);
        if (Files.getFileStore(file.toAbsolutePath().getRoot()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    temporary, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Disk.SYSTEM.replace(file, Bytes.utf8(text));
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket asking = door.accept();
                hear(asking);
            } catch (IOException closed) {
                LOG.debug("nobody is let in", closed);
                pause();
            }
        }
    }

    private void hear(Socket asking) throws IOException {
        if (!askers.tryAcquire()) {
            refuse(asking);
            return;
        }
        Thread.ofVirtual().name("tutti-control-asked").start(() -> {
            try {
                answer(asking);
            } finally {
                askers.release();
            }
        });
    }

    /** Takes in what was asked, so that closing does not tear the answer down; nobody else is let in meanwhile. */
    private static void refuse(Socket asking) throws IOException {
        try (asking) {
            LOG.warn("more than {} ask at a time; one is told to come again", ASKERS);
            asking.setSoTimeout(REFUSE_MILLIS);
            asking.getOutputStream().write(FULL.getBytes(StandardCharsets.UTF_8));
            int read = asking.getInputStream().read(new byte[ASK_CHARS]);
            LOG.debug("they said {} bytes", read);
        }
    }

    /** With no file handle left each try fails at once; closing ends the pause. */
    private void pause() {
        try {
            boolean _ = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket asking) {
        try (asking;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(asking.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(asking.getOutputStream(), true, StandardCharsets.UTF_8)) {
            asking.setSoTimeout(ASK_MILLIS);
            out.println(answer(line(in), out));
        } catch (IOException gone) {
            LOG.debug("who asked went away", gone);
        } catch (RuntimeException bug) {
            LOG.error("an asking failed", bug);
        }
    }

    /** What is said last to who asks so. Blocks until it is done. */
    String answer(String line, PrintWriter out) {
        String[] words = line.split(" ", 3);
        boolean known = words.length > 1 && MessageDigest.isEqual(words[0].getBytes(StandardCharsets.UTF_8), secret);
        return known ? Report.of(upkeep, words[1], words.length > 2 ? words[2] : "", out) : "failed not known";
    }

    private static String line(BufferedReader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < ASK_CHARS; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Lets nobody in any more; what is under way ends with the store. */
    @Override
    public void close() throws IOException {
        closing.countDown();
        door.close();
        Files.deleteIfExists(file);
    }
}
