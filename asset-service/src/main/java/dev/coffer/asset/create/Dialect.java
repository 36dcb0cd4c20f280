package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import org.jspecify.annotations.Nullable;

/** Where Comfy Cloud and the open-source server differ about new assets (comfy.md section 6). */
public interface Dialect {

    /** Whether equal bytes of one owner are one asset. */
    boolean reusesAssets();

    /** Whether uploads may say from which URL their bytes are to be fetched. */
    boolean fetchesUploads();

    /** Whether an asset that is made of a hash needs a tag. */
    boolean requiresTags();

    /**
     * Whether the hash that a form states is trusted, so that a file in the form is not read.
     *
     * @param hash that the form states, if it does
     */
    boolean trustsHash(Caller caller, @Nullable String hash);

    /**
     * What a client wants, as far as it may choose.
     *
     * @throws ServiceException 400 if it may not
     */
    NewAsset checked(NewAsset wanted);

    /**
     * The same of bytes that were uploaded.
     *
     * @throws ServiceException 400 if a tag is missing that has to go with new bytes
     */
    NewAsset uploaded(Owner owner, NewAsset wanted, String hash);

    /** Whether an asset that was made of a hash is answered as created, 201. */
    boolean answersCreated(Created madeOfHash);

    /** Whether such an answer calls it new. */
    boolean callsNew(Created madeOfHash);

    /**
     * By which name a classic upload is asked for from now on.
     *
     * @param called how the client called the file
     */
    String fileName(Asset asset, String called);
}
