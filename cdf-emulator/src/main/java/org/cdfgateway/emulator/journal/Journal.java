package org.cdfgateway.emulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cdfgateway.emulator.journal.ChangeFormat.Dated;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All changes of a project, in a file {@code journal} of a directory. They are read and made again at the start and
 * added to from then on. Changes wait for each other. For any number of threads, once {@link #begin} has returned.
 */
public final class Journal implements Recording {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    /** One part of this many. */
    private static final long SHARE_WORTH_LEAVING_OUT = 4;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Path directory;
    private final Occasions occasions;
    private final JournalFile file;
    private final Durability durability;
    private final ScheduledExecutorService forcing = Executors.newSingleThreadScheduledExecutor(Journal::newThread);
    private final AtomicBoolean isForced = new AtomicBoolean(true);
    private boolean live;
    private volatile @Nullable IOException failure;

    private Journal(Path directory, Occasions occasions, JournalFile file, Durability durability) {
        this.directory = directory;
        this.occasions = occasions;
        this.file = file;
        this.durability = durability;
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "cdf-emulator-journal");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens the journal of a directory, or begins one.
     *
     * @throws DataDirectoryException when another emulator has it
     * @throws IOException when the directory cannot be made or written
     */
    public static Journal open(Path directory, Occasions occasions, Durability durability) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            makePrivate(directory);
        }
        return new Journal(directory, occasions, JournalFile.open(directory.resolve("journal")), durability);
    }

    /** Requests carry secrets. */
    private static void makePrivate(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Carries out a change again; answers with the status of that. */
    @FunctionalInterface
    public interface Again<P> {
        int carryOut(P project, Change change);
    }

    /**
     * Builds the project and makes all changes again, each on its occasion; takes down new ones from then on.
     *
     * @param content what the project begins with, as people read it
     * @throws DataDirectoryException when the directory has changes of other content, or is damaged
     */
    public <P> P begin(String content, Supplier<P> build, Again<P> again) throws IOException {
        Replay<P> replay = new Replay<>(content, build, again);
        file.readAll(replay::take);
        P project = replay.project;
        if (project == null) {
            Foundation foundation = new Foundation(content, occasions.next());
            file.append(foundation.bytes());
            project = occasions.at(foundation.occasion(), build);
        } else {
            log.info("Made {} changes of {} again", replay.changes, directory);
            leaveOut(replay);
        }
        live = true;
        file.force();
        if (durability == Durability.EACH_SECOND) {
            ScheduledFuture<?> forced = forcing.scheduleWithFixedDelay(this::forceAppended, 1, 1, TimeUnit.SECONDS);
            log.debug("Forcing {} to the disk: {}", directory, forced);
        }
        return project;
    }

    /** Makes the journal smaller when a good part of it no longer matters. */
    private void leaveOut(Replay<?> replay) throws IOException {
        long before = file.size();
        if (replay.superfluousBytes() * SHARE_WORTH_LEAVING_OUT < before) {
            return;
        }
        file.leaveOut(replay.superfluous.found());
        log.info(
                "Left out {} changes of {} that no longer matter, {} of {} bytes remain",
                replay.superfluous.found().cardinality(),
                directory,
                file.size(),
                before);
    }

    private final class Replay<P> {
        private final String content;
        private final Supplier<P> build;
        private final Again<P> again;
        private final Superfluous superfluous = new Superfluous();
        private final List<Integer> lengths = new ArrayList<>();
        private @Nullable P project;
        private int changes;

        Replay(String content, Supplier<P> build, Again<P> again) {
            this.content = content;
            this.build = build;
            this.again = again;
        }

        void take(byte[] record) throws IOException {
            P begun = project;
            if (begun == null) {
                project = occasions.at(checked(Foundation.of(record)).occasion(), build);
            } else {
                changes++;
                Dated dated = ChangeFormat.read(record);
                repeat(begun, dated);
                superfluous.take(changes, dated.change());
                lengths.add(record.length);
            }
        }

        private long superfluousBytes() {
            return superfluous.found().stream()
                    .mapToLong(number -> lengths.get(number - 1))
                    .sum();
        }

        private Foundation checked(Foundation foundation) throws DataDirectoryException {
            if (!foundation.content().equals(content)) {
                throw new DataDirectoryException("The data directory " + directory + " belongs to "
                        + foundation.content() + ", not to " + content
                        + ". Start with what it belongs to, choose another directory, or delete it to begin anew.");
            }
            return foundation;
        }

        private void repeat(P begun, Dated dated) throws DataDirectoryException {
            Change change = dated.change();
            int status = occasions.at(dated.occasion(), () -> again.carryOut(begun, change));
            if (status != change.status()) {
                throw new DataDirectoryException("Change " + changes + " in " + directory + " (" + change + " by "
                        + change.sender().clientId() + " at " + dated.occasion().time() + ") was answered with "
                        + change.status() + " and would now be with " + status
                        + ". Start with the clients and the version that it was made with, or delete the directory to"
                        + " begin anew.");
            }
        }
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        if (occasions.now().isPresent()) {
            return work.get();
        }
        turn.lock();
        try {
            IOException failed = failure;
            if (failed != null) {
                throw new IllegalStateException(
                        "changes are refused since " + directory + " could not be written: " + failed.getMessage(),
                        failed);
            }
            return occasions.at(occasions.next(), work);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void keep(Change change) {
        if (!live) {
            return;
        }
        Occasion occasion = occasions.now().orElseThrow(() -> new IllegalStateException(change + " is not made alone"));
        try {
            file.append(ChangeFormat.write(new Dated(occasion, change.compressed())));
            isForced.set(false);
            if (durability == Durability.EACH_CHANGE) {
                file.force();
            }
        } catch (IOException e) {
            failure = e;
            throw new UncheckedIOException(e);
        }
    }

    /** A disk that fails must not go unseen: no change is made any more. */
    private void forceAppended() {
        if (!isForced.getAndSet(true)) {
            try {
                file.force();
            } catch (IOException e) {
                log.error("{} could not be written", directory, e);
                failure = e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        forcing.shutdownNow();
        if (live && durability != Durability.WHENEVER) {
            file.force();
        }
        file.close();
    }
}
