package org.cdfgateway.emulator.file;

/**
 * What a link allows its holder to do.
 *
 * @param expires milliseconds since 1970
 * @param uploadId of an upload in parts, 0 for one in whole
 * @param part from 1, 0 for the whole
 */
public record Transfer(Kind kind, long fileId, long expires, long uploadId, int part) {

    /** In which direction the content goes. */
    public enum Kind {
        UPLOAD,
        DOWNLOAD
    }

    public static Transfer upload(long fileId, long expires) {
        return new Transfer(Kind.UPLOAD, fileId, expires, 0, 0);
    }

    public static Transfer uploadOfPart(long fileId, long expires, long uploadId, int part) {
        return new Transfer(Kind.UPLOAD, fileId, expires, uploadId, part);
    }

    public static Transfer download(long fileId, long expires) {
        return new Transfer(Kind.DOWNLOAD, fileId, expires, 0, 0);
    }

    boolean isPart() {
        return uploadId != 0;
    }
}
