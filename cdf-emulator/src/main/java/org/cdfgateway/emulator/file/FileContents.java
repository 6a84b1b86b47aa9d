package org.cdfgateway.emulator.file;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/** The contents of files, in memory within a bound. For any number of threads. */
public final class FileContents {

    /** One file. The real service takes 5 GB in one request. */
    static final int MAX_BYTES = 16 << 20;

    /** All files and unfinished uploads together. */
    static final long MAX_TOTAL_BYTES = 256L << 20;

    /** What a file holds. */
    static final class Content {
        private final byte[] bytes;
        private final @Nullable String mediaType;

        /**
         * @param bytes owned by the content from now on
         * @param mediaType as the upload said it, null when it did not
         */
        Content(byte[] bytes, @Nullable String mediaType) {
            this.bytes = bytes;
            this.mediaType = mediaType;
        }

        /** Not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        @Nullable
        String mediaType() {
            return mediaType;
        }
    }

    private record Upload(long fileId, TreeMap<Integer, byte[]> parts) {}

    private final Map<Long, Content> contents = new HashMap<>();
    private final Map<Long, Upload> uploads = new HashMap<>();
    private long total;

    /**
     * Replaces the content of a file.
     *
     * @throws ApiError 413 beyond the bounds
     */
    synchronized void put(long fileId, Content content) {
        Content before = contents.get(fileId);
        reserve(content.bytes().length, before == null ? 0 : before.bytes().length);
        contents.put(fileId, content);
    }

    private void reserve(long added, long freed) {
        if (added > MAX_BYTES || total + added - freed > MAX_TOTAL_BYTES) {
            throw ApiError.of(
                    413,
                    "The emulator keeps " + MAX_BYTES + " bytes of one file and " + MAX_TOTAL_BYTES
                            + " bytes in total, not " + added + " more");
        }
        total += added - freed;
    }

    synchronized @Nullable Content find(long fileId) {
        return contents.get(fileId);
    }

    /** Begins an upload in parts. */
    synchronized void begin(long uploadId, long fileId) {
        uploads.put(uploadId, new Upload(fileId, new TreeMap<>()));
    }

    /** @throws ApiError 400 when the upload is unknown, 413 beyond the bounds */
    synchronized void putPart(long uploadId, int part, byte[] bytes) {
        Upload upload = uploads.get(uploadId);
        if (upload == null) {
            throw unknown(uploadId);
        }
        byte[] before = upload.parts().get(part);
        reserve(bytes.length, before == null ? 0 : before.length);
        upload.parts().put(part, bytes);
    }

    /**
     * Joins the parts of an upload to the content of its file.
     *
     * @throws ApiError 400 when the upload is not one of this file
     */
    synchronized void complete(long uploadId, long fileId) {
        Upload upload = uploads.get(uploadId);
        if (upload == null || upload.fileId() != fileId) {
            throw unknown(uploadId);
        }
        uploads.remove(uploadId);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : upload.parts().values()) {
            all.write(part, 0, part.length);
            total -= part.length;
        }
        put(fileId, new Content(all.toByteArray(), null));
    }

    private static ApiError unknown(long uploadId) {
        return ApiError.badRequest("Unknown uploadId: " + uploadId);
    }

    public synchronized void delete(Collection<Long> fileIds) {
        for (Long fileId : fileIds) {
            Content content = contents.remove(fileId);
            total -= content == null ? 0 : content.bytes().length;
        }
    }
}
