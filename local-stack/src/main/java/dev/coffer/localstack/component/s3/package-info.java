/** The object store: MinIO if there is one, else S3Proxy. */
@NullMarked
package dev.coffer.localstack.component.s3;

import org.jspecify.annotations.NullMarked;
