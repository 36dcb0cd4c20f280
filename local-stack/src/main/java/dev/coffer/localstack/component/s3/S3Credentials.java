package dev.coffer.localstack.component.s3;

/**
 * Credentials for an S3 store.
 *
 * @param accessKey the public half
 * @param secretKey the secret half
 */
public record S3Credentials(String accessKey, String secretKey) {
    @Override
    public String toString() {
        return "S3Credentials[" + accessKey + "]";
    }
}
