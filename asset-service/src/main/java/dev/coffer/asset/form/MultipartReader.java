package dev.coffer.asset.form;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.HeaderParameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body, part by part, as it comes in: nothing is kept but the part that is read.
 * A body that ends before its last boundary is an {@link IOException}.
 */
public final class MultipartReader {
    private static final String TYPE = "multipart/form-data";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MAX_BOUNDARY = 200;
    private static final int MAX_HEADERS = 16384;
    private static final int BUFFER = 65536;
    private static final int MAX_PARTS = 250;

    private final MultipartInput input;
    private int parts;

    /**
     * @param contentType of the request
     * @throws ServiceException 415 if it is something else, 400 if it names no usable boundary
     */
    public MultipartReader(String contentType, InputStream body) throws IOException {
        this.input = MultipartInput.builder()
                .setInputStream(body)
                .setBoundary(boundary(contentType))
                .setPartHeaderSizeMax(MAX_HEADERS)
                .setBufferSize(BUFFER)
                .get();
        this.input.setHeaderCharset(StandardCharsets.UTF_8);
    }

    private static byte[] boundary(@Nullable String contentType) {
        if (contentType == null || !contentType.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
            throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be " + TYPE + ".");
        }
        String boundary = HeaderParameters.of(contentType).plain("boundary").orElse("");
        if (boundary.isEmpty() || boundary.length() > MAX_BOUNDARY) {
            throw new ServiceException(ErrorCode.INVALID_BODY, "Content-Type must name the boundary of the parts.");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The next part, if there is one. What is left of the part before is skipped.
     *
     * @throws ServiceException 415 if the part is coded, 400 if it is one part too many
     */
    public @Nullable FormPart next() throws IOException {
        boolean more = parts == 0 ? input.skipPreamble() : input.readBoundary();
        if (!more) {
            return null;
        }
        parts++;
        if (parts > MAX_PARTS) {
            throw ServiceException.invalidBody("body", "must have at most " + MAX_PARTS + " parts");
        }
        PartHeaders headers = new PartHeaders(input.readHeaders());
        headers.requireNoCoding();
        return FormPart.of(headers, input.newInputStream());
    }

    /**
     * The text of a part, without the mark that some programs put before every text.
     *
     * @throws ServiceException 400 naming the part if it is too long or not UTF-8
     */
    public static String text(FormPart part, int limit) throws IOException {
        byte[] bytes = part.content().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw ServiceException.invalidBody(part.name(), "must have at most " + limit + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ServiceException.invalidBody(part.name(), "must be UTF-8");
        }
    }
}
