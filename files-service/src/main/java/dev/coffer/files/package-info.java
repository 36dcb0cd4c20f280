/**
 * The CDF Files API: the two-phase uploads that Cognite clients speak. By feature: {@code create} takes the
 * description of a file, {@code upload} hands out links for its content, {@code content} learns of the bytes that
 * came in, {@code expiry} of those that never did; {@code find} and {@code list} give files back, {@code download}
 * and {@code icon} their content, {@code edit} changes and deletes them; {@code dataset}, {@code label} and
 * {@code inspect} are their neighbours in the API. {@code file}, {@code filter}, {@code geo}, {@code comparison},
 * {@code identifier}, {@code page}, {@code change} and {@code api} are what they share, {@code project} says whose a
 * file is and who may do what.
 */
@NullMarked
package dev.coffer.files;

import org.jspecify.annotations.NullMarked;
