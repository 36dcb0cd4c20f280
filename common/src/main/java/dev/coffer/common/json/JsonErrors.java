package dev.coffer.common.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Says of JSON that does not fit where that is, and what is allowed there. */
public final class JsonErrors {
    private static final Set<Class<?>> WHOLE =
            Set.of(Long.class, long.class, Integer.class, int.class, java.math.BigInteger.class);
    private static final Set<Class<?>> FLAG = Set.of(Boolean.class, boolean.class);

    private JsonErrors() {}

    /** The place as {@code items[0].name}. */
    public static String field(List<Reference> path) {
        StringBuilder field = new StringBuilder();
        for (Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    /** What is allowed there. */
    public static String rule(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return "is longer, or nested more deeply, than JSON may be here";
            }
            if (cause instanceof InputCoercionException || cause instanceof ArithmeticException
                    || cause instanceof NumberFormatException) {
                return "is a number out of range";
            }
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? "must be " + expected(mismatch.getTargetType())
                : "must be of the documented type";
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (WHOLE.contains(type)) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class) {
            return "a number";
        }
        if (FLAG.contains(type)) {
            return "true or false";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "a JSON object";
    }
}
