package dev.coffer.asset.upload;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetConfig.Compat;
import dev.coffer.asset.name.ContentName;
import dev.coffer.asset.view.AssetViews;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Answers older uploads. As Cloud the name is made of the hash, so that it means this content for ever; as the
 * open-source server it is the one in its folder, which front ends expect to find again (comfy.md section 4.1).
 */
@ApplicationScoped
class UploadAnswers {
    private final AssetViews views;
    private final AssetConfig config;

    UploadAnswers(AssetViews views, AssetConfig config) {
        this.views = views;
        this.config = config;
    }

    UploadedFile of(Owner viewer, Upload upload) {
        String name = config.compat() == Compat.OSS
                ? upload.asset().fileName
                : ContentName.of(upload.asset().hash, upload.called(), upload.asset().mimeType);
        return UploadedFile.of(upload, name, views.of(viewer, upload.asset()));
    }
}
