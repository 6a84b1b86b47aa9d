package org.cdfgateway.emulator.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one after the other in a file that is this process's alone: a line that names the format, then for each
 * record its length, the checksum of the length, the checksum of the record, the record. For one thread at a time.
 */
final class JournalFile implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JournalFile.class);
    private static final byte[] FORMAT = "CDF emulator journal, format 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = 3 * Integer.BYTES;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private FileChannel channel;

    private JournalFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes one record. */
    @FunctionalInterface
    interface Reader {
        void take(byte[] record) throws IOException;
    }

    /** @throws DataDirectoryException when another emulator has it */
    static JournalFile open(Path file) throws IOException {
        FileChannel channel = open(file, StandardOpenOption.CREATE);
        JournalFile journal = new JournalFile(file, channel);
        try {
            if (!isOwn(channel)) {
                throw new DataDirectoryException("The data directory " + file.getParent()
                        + " is in use by another emulator. Stop that one, or choose another directory.");
            }
            return journal;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path file, StandardOpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.addAll(List.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        return FileChannel.open(file, options);
    }

    private static boolean isOwn(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            log.debug("The file is locked by this process", e);
            return false;
        }
    }

    /**
     * Leaves out records, by their numbers from 0 on. The smaller file takes the place of the other when all of it is on
     * the disk; a process that ends before that leaves the other as it was. Stays behind the last record.
     */
    void leaveOut(BitSet records) throws IOException {
        Path smaller = file.resolveSibling(file.getFileName() + ".new");
        FileChannel before = channel;
        FileChannel after = open(smaller, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            if (!isOwn(after)) {
                throw new IOException(smaller + " is locked");
            }
            write(ByteBuffer.wrap(FORMAT), after);
            int[] number = {0};
            readAll(record -> {
                if (!records.get(number[0]++)) {
                    append(record, after);
                }
            });
            after.force(true);
            Files.move(smaller, file, StandardCopyOption.ATOMIC_MOVE);
            channel = after;
        } catch (IOException e) {
            after.close();
            throw e;
        }
        before.close();
    }

    long size() throws IOException {
        return channel.size();
    }

    /**
     * Reads all records and stays behind the last, for more of them. What a process that was killed did not finish is
     * cut off.
     *
     * @throws DataDirectoryException when the file is damaged
     */
    void readAll(Reader reader) throws IOException {
        long end = FORMAT.length;
        // Not closed, since the channel would be, too.
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel.position(0)), BUFFER_BYTES);
        DataInputStream in = new DataInputStream(bytes);
        byte[] format = in.readNBytes(FORMAT.length);
        if (!Arrays.equals(format, Arrays.copyOf(FORMAT, format.length))) {
            throw new DataDirectoryException(file + " is not a journal that this emulator can read. Keep it, and choose"
                    + " another data directory, or delete it to begin anew.");
        }
        if (format.length < FORMAT.length) {
            channel.truncate(0).write(ByteBuffer.wrap(FORMAT), 0);
        } else {
            while (channel.size() - end >= HEAD_BYTES) {
                int length = length(in, end);
                int checksum = in.readInt();
                byte[] record = in.readNBytes((int) Math.min(length, channel.size() - end - HEAD_BYTES));
                if (record.length < length) {
                    break;
                }
                if (checksum(ByteBuffer.wrap(record)) != checksum) {
                    throw damaged(end);
                }
                reader.take(record);
                end += HEAD_BYTES + length;
            }
        }
        if (channel.size() > end) {
            log.warn("Cutting off {} bytes of an unfinished change from {}", channel.size() - end, file);
            channel.truncate(end);
        }
        channel.position(end);
    }

    private int length(DataInputStream in, long place) throws IOException {
        int length = in.readInt();
        if (in.readInt() != checksum(ofLength(length)) || length < 0) {
            throw damaged(place);
        }
        return length;
    }

    private DataDirectoryException damaged(long place) {
        return new DataDirectoryException(file + " is damaged at byte " + place
                + ". Restore it from a copy, cut it off there to lose what came later, or delete it to begin anew.");
    }

    /** Returns when what was appended survives the end of the machine. For any thread. */
    void force() throws IOException {
        channel.force(false);
    }

    /** When it returns, the record survives the end of this process, but not that of the machine. */
    void append(byte[] record) throws IOException {
        append(record, channel);
    }

    private static void append(byte[] record, FileChannel to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + record.length)
                .putInt(record.length)
                .putInt(checksum(ofLength(record.length)))
                .putInt(checksum(ByteBuffer.wrap(record)))
                .put(record)
                .flip();
        write(bytes, to);
    }

    private static void write(ByteBuffer bytes, FileChannel to) throws IOException {
        while (bytes.hasRemaining()) {
            int written = to.write(bytes);
            log.trace("Wrote {} bytes", written);
        }
    }

    private static ByteBuffer ofLength(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
