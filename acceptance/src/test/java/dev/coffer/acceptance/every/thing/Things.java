package dev.coffer.acceptance.every.thing;

/** All kinds of resources, by their names in {@code samples.yaml}. */
public enum Things {
    ASSET(new AssetThing()),
    CONTENT(new ContentThing()),
    MASK(new MaskThing()),
    JOB(new JobThing()),
    TASK(new TaskThing()),
    API_KEY(new ApiKeyThing()),
    USER_FILE(new UserFileThing()),
    FILE_VERSION(new FileVersionThing()),
    CDF_FILE(new CdfFileThing()),
    PARTED_UPLOAD(new PartedUploadThing()),
    DATA_SET(new DataSetThing()),
    LABEL(new LabelThing());

    private final Thing thing;

    Things(Thing thing) {
        this.thing = thing;
    }

    /** The thing itself. */
    public Thing thing() {
        return thing;
    }
}
