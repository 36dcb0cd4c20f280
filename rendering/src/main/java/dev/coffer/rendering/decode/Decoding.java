package dev.coffer.rendering.decode;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.limit.ImageErrorCode;
import java.io.IOException;
import org.jboss.logging.Logger;

/** A step in which content may turn out to be no image. Readers complain of that by exceptions of every kind. */
public interface Decoding<T> {
    T run() throws IOException;

    /** @throws ServiceException 400 if the content is to blame; a refusal of the step itself passes */
    static <T> T of(Decoding<T> step) {
        try {
            return step.run();
        } catch (ServiceException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Logger.getLogger(Decoding.class).debugf("an image could not be decoded: %s", e.toString());
            throw new ServiceException(ImageErrorCode.INVALID_IMAGE,
                    "The image is broken or of a kind that cannot be read.");
        }
    }
}
