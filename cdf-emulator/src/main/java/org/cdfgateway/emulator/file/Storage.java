package org.cdfgateway.emulator.file;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.cdfgateway.emulator.file.FileContents.Content;
import org.cdfgateway.emulator.file.Transfer.Kind;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;

/** Stands in for the cloud storage that links lead to: takes contents with PUT, gives them with GET, asks no token. */
public final class Storage {

    private static final String PATH = "/emulated-storage/";
    private static final Duration UPLOAD_LIFE = Duration.ofDays(7);
    private static final Duration DOWNLOAD_LIFE = Duration.ofSeconds(30);
    private static final Duration EXTENDED_DOWNLOAD_LIFE = Duration.ofHours(1);

    private final FileContents contents;
    private final TransferLinks links;
    private final AtomicLong lastUploadId = new AtomicLong();
    private final Clock clock;
    private final LongConsumer uploaded;

    /**
     * @param chance the key of the links is drawn from it
     * @param uploaded told the id of a file whose content has arrived
     */
    public Storage(FileContents contents, Clock clock, RandomGenerator chance, LongConsumer uploaded) {
        this.contents = contents;
        this.links = new TransferLinks(chance);
        this.clock = clock;
        this.uploaded = uploaded;
    }

    /** @param parts the URLs, in the order of the parts */
    public record PartedUpload(long id, List<String> parts) {}

    public void addTo(Routes routes) {
        routes.absolute("PUT", PATH + "{link}", Admission.open(), this::take)
                .absolute("GET", PATH + "{link}", Admission.open(), this::give);
    }

    /** @param call whose host the link leads back to */
    public String uploadUrl(Call call, long fileId) {
        return url(call, Transfer.upload(fileId, clock.millis() + UPLOAD_LIFE.toMillis()));
    }

    public PartedUpload partedUpload(Call call, long fileId, int parts) {
        long uploadId = lastUploadId.incrementAndGet();
        contents.begin(uploadId, fileId);
        long expires = clock.millis() + UPLOAD_LIFE.toMillis();
        List<String> urls = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            urls.add(url(call, Transfer.uploadOfPart(fileId, expires, uploadId, part)));
        }
        return new PartedUpload(uploadId, urls);
    }

    /** @throws ApiError 400 for an upload that was not begun for this file */
    public void complete(long uploadId, long fileId) {
        contents.complete(uploadId, fileId);
        uploaded.accept(fileId);
    }

    public String downloadUrl(Call call, long fileId, boolean extended) {
        Duration life = extended ? EXTENDED_DOWNLOAD_LIFE : DOWNLOAD_LIFE;
        return url(call, Transfer.download(fileId, clock.millis() + life.toMillis()));
    }

    /**
     * A small picture of a file.
     *
     * @throws ApiError 400 when its content is none, or not there
     */
    public Answer icon(long fileId) {
        Content content = contents.find(fileId);
        byte[] thumbnail = content == null ? null : Thumbnail.of(content.bytes());
        if (thumbnail == null) {
            throw ApiError.badRequest("File " + fileId + " has no content that an icon can be made of");
        }
        return Answer.bytes(200, "image/jpeg", thumbnail);
    }

    private String url(Call call, Transfer transfer) {
        return "http://" + call.header("Host") + PATH + links.textOf(transfer);
    }

    private Answer take(Call call) {
        Transfer transfer = links.open(call.variable("link"), Kind.UPLOAD, clock.millis());
        if (transfer.isPart()) {
            contents.putPart(transfer.uploadId(), transfer.part(), call.body());
        } else {
            contents.put(transfer.fileId(), new Content(call.body(), call.header("Content-Type")));
            uploaded.accept(transfer.fileId());
        }
        return Answer.bytes(200, "text/plain", new byte[0]);
    }

    private Answer give(Call call) {
        Transfer transfer = links.open(call.variable("link"), Kind.DOWNLOAD, clock.millis());
        Content content = contents.find(transfer.fileId());
        if (content == null) {
            throw ApiError.of(404, "The file has no content any more");
        }
        String mediaType = content.mediaType();
        return Answer.bytes(200, mediaType == null ? "application/octet-stream" : mediaType, content.bytes());
    }
}
