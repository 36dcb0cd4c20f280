package dev.coffer.asset.create;

import dev.coffer.asset.name.Place;
import dev.coffer.common.content.MediaTypes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants a new asset to be, checked. What is absent is chosen by the service.
 *
 * @param id chosen by the client, which makes the creation repeatable
 * @param name a label
 * @param fileName of the upload: its extension tells the type
 * @param userMetadata JSON text of an object
 * @param place where the file is to lie; if absent, it does not matter
 * @param filePath what version 2 of the API says of the place, and shows again
 * @param life how long it is to be there; if absent, for ever
 * @param reuse what may be the outcome instead of a new asset
 * @param idempotencyKey used up by the creation, if there is one
 */
public record NewAsset(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String fileName,
        List<String> tags,
        @Nullable String mimeType,
        @Nullable UUID previewId,
        @Nullable UUID jobId,
        String userMetadata,
        @Nullable Place place,
        @Nullable String filePath,
        @Nullable Duration life,
        Reuse reuse,
        @Nullable String idempotencyKey) {

    /** Which asset of the owner may be the outcome instead of a new one. */
    public enum Reuse {
        /** One with these bytes, where and for which job it is wanted; and the new one may be that of later uploads. */
        EQUAL_BYTES,
        /** None; but the new one may be that of later uploads of these bytes. */
        LATER,
        /** One with these bytes, this path and these tags, that has no end. */
        SAME_REFERENCE,
        /** None, now or later. */
        NEVER;

        /** Whether later uploads of the same bytes may have the new asset as their outcome. */
        boolean offered() {
            return this == EQUAL_BYTES || this == LATER;
        }
    }

    /** An asset without a name, with these tags and this JSON text of metadata, that may be one with the same bytes. */
    public static Builder of(List<String> tags, String userMetadata) {
        return new Builder(tags, userMetadata);
    }

    /** The media type that the name of the file suggests. */
    public String typeByName() {
        return fileName == null ? MediaTypes.UNKNOWN : MediaTypes.byName(fileName);
    }

    /** The same with other tags, checked. */
    NewAsset withTags(List<String> others) {
        return new NewAsset(id, name, fileName, others, mimeType, previewId, jobId, userMetadata, place, filePath, life,
                reuse, idempotencyKey);
    }

    /** Collects what a client says. What it does not say is left out. */
    public static final class Builder {
        private final List<String> tags;
        private final String userMetadata;
        private @Nullable UUID id;
        private @Nullable String name;
        private @Nullable String fileName;
        private @Nullable String mimeType;
        private @Nullable UUID previewId;
        private @Nullable UUID jobId;
        private @Nullable Place place;
        private @Nullable String filePath;
        private @Nullable Duration life;
        private Reuse reuse = Reuse.EQUAL_BYTES;
        private @Nullable String idempotencyKey;

        private Builder(List<String> tags, String userMetadata) {
            this.tags = tags;
            this.userMetadata = userMetadata;
        }

        public Builder id(@Nullable UUID chosen) {
            this.id = chosen;
            return this;
        }

        public Builder name(@Nullable String label) {
            this.name = label;
            return this;
        }

        public Builder fileName(@Nullable String ofUpload) {
            this.fileName = ofUpload;
            return this;
        }

        public Builder mimeType(@Nullable String type) {
            this.mimeType = type;
            return this;
        }

        public Builder previewId(@Nullable UUID preview) {
            this.previewId = preview;
            return this;
        }

        public Builder jobId(@Nullable UUID job) {
            this.jobId = job;
            return this;
        }

        public Builder place(@Nullable Place folder) {
            this.place = folder;
            return this;
        }

        public Builder filePath(@Nullable String path) {
            this.filePath = path;
            return this;
        }

        public Builder life(@Nullable Duration untilItsEnd) {
            this.life = untilItsEnd;
            return this;
        }

        public Builder reuse(Reuse instead) {
            this.reuse = instead;
            return this;
        }

        public Builder idempotencyKey(@Nullable String key) {
            this.idempotencyKey = key;
            return this;
        }

        public NewAsset build() {
            return new NewAsset(id, name, fileName, tags, mimeType, previewId, jobId, userMetadata, place, filePath,
                    life,
                    reuse, idempotencyKey);
        }
    }
}
