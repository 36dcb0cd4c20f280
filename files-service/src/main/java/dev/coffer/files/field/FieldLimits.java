package dev.coffer.files.field;

/** The limits of cdf-files.md section 2, for validation and for the OpenAPI document. Lengths are in characters. */
public final class FieldLimits {
    public static final int NAME = 256;
    public static final int EXTERNAL_ID = 255;
    public static final int DIRECTORY = 512;
    public static final int SOURCE = 128;
    public static final int MIME_TYPE = 256;
    public static final int METADATA_PAIRS = 256;
    public static final int METADATA_KEY_BYTES = 128;
    public static final int METADATA_VALUE_BYTES = 10240;
    public static final int METADATA_BYTES = 10240;
    public static final int ASSET_IDS = 1000;
    public static final int LABELS = 10;
    public static final int SECURITY_CATEGORIES = 100;
    public static final int SPACE = 43;
    public static final String SPACE_PATTERN = "^[a-zA-Z][a-zA-Z0-9_-]{0,41}[a-zA-Z0-9]?$";
    /** {@link FileIds#MAX} as an annotation wants it. */
    public static final String MAX_ID = "9007199254740991";

    private FieldLimits() {}
}
