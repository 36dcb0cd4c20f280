package dev.coffer.rendering.decode;

import dev.coffer.rendering.limit.ImageConfig;

/**
 * How many images are decoded at the same time.
 *
 * @param ofTenant how many of them may be of one tenant
 */
record DecoderShares(int all, int ofTenant) {

    /** @throws IllegalStateException if one tenant could have all of them */
    static DecoderShares of(ImageConfig config) {
        int all = config.decoders().orElse(
                Math.max(2, (int) (config.processorShare() * Runtime.getRuntime().availableProcessors())));
        int ofTenant = config.decodersPerTenant().orElse(Math.max(1, all / 2));
        if (ofTenant < 1 || ofTenant >= all) {
            throw new IllegalStateException("coffer.images.decoders-per-tenant must be at least 1 and less than"
                    + " coffer.images.decoders (" + all + "), or one tenant could stop all others");
        }
        return new DecoderShares(all, ofTenant);
    }
}
