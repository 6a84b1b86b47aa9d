package org.cdfgateway.emulator.sample;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.resource.AssetSchema;
import org.cdfgateway.emulator.resource.FileSchema;
import org.cdfgateway.emulator.resource.IdSource;
import org.cdfgateway.emulator.sample.SampleAssets.Place;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;

/** Manuals, data sheets, drawings and reports of equipment, whose contents are elsewhere. */
final class SampleFiles {

    private static final long YEARS_BEFORE = 3;

    /** What papers there are of an equipment. */
    private enum Paper {
        MANUAL("Manual", "manuals", ".pdf", "application/pdf"),
        DATA_SHEET("Data sheet", "datasheets", ".pdf", "application/pdf"),
        DRAWING("Drawing", "drawings", ".dwg", "image/vnd.dwg"),
        PHOTO("Photo", "photos", ".jpg", "image/jpeg"),
        REPORT(
                "Inspection report",
                "reports",
                ".docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        private final String words;
        private final String directory;
        private final String ending;
        private final String mimeType;

        Paper(String words, String directory, String ending, String mimeType) {
            this.words = words;
            this.directory = directory;
            this.ending = ending;
            this.mimeType = mimeType;
        }
    }

    private final IdSource ids;
    private final long seed;
    private final Long dataSetId;
    private final List<Place> places;

    SampleFiles(IdSource ids, long seed, Long dataSetId, List<Place> places) {
        this.ids = ids;
        this.seed = Noise.bits(seed, 404);
        this.dataSetId = dataSetId;
        this.places = places;
    }

    List<Item> generate(int count) {
        List<Item> files = new ArrayList<>(count);
        Paper[] papers = Paper.values();
        for (int i = 0; i < count && !places.isEmpty(); i++) {
            int round = i / places.size();
            files.add(file(places.get(i % places.size()), papers[round % papers.length], round / papers.length, i));
        }
        return files;
    }

    /** @param edition how many papers of the kind the equipment has already */
    private Item file(Place place, Paper paper, int edition, int number) {
        long own = Noise.bits(seed, number);
        String code = String.valueOf(AssetSchema.EXTERNAL_ID.textOf(place.asset()));
        String name = paper.words + " " + code + (edition == 0 ? "" : " " + (edition + 1)) + paper.ending;
        long made = SampleTime.FIRST_IMPORT
                - YEARS_BEFORE * SampleTime.YEAR
                + Noise.below(YEARS_BEFORE * SampleTime.YEAR, own, 1);
        boolean uploaded = Noise.below(20, own, 2) != 0;
        long created = SampleTime.created(number) + 4 * SampleTime.DAY;
        return new Values(FileSchema.fields())
                .with(FileSchema.EXTERNAL_ID, "DOC-" + Digits.padded(number, 7))
                .with(FileSchema.NAME, name)
                .with(FileSchema.DIRECTORY, "/" + code.substring(0, 3) + "/" + paper.directory)
                .with(FileSchema.SOURCE, "Documentum")
                .with(FileSchema.MIME_TYPE, paper.mimeType)
                .with(FileSchema.METADATA, Metadata.of("revision", Integer.toString(1 + Noise.below(6, own, 3))))
                .with(FileSchema.ASSET_IDS, new long[] {place.asset().id()})
                .with(FileSchema.DATA_SET_ID, dataSetId)
                .with(FileSchema.LABELS, new String[] {"document"})
                .with(FileSchema.SOURCE_CREATED_TIME, made)
                .with(FileSchema.SOURCE_MODIFIED_TIME, made + Noise.below(SampleTime.DAY, own, 4))
                .with(FileSchema.UPLOADED, uploaded)
                .with(FileSchema.UPLOADED_TIME, uploaded ? created + SampleTime.HOUR : null)
                .toItem(ids.next(), created);
    }
}
