package dev.coffer.files.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A change of a list without repetitions: everything anew, or some elements. */
final class ListChange {
    private ListChange() {}

    /**
     * What the list is after the change. What is there cannot be added, and what is not cannot be removed; neither
     * is an error.
     */
    static <T> List<T> of(List<T> current, List<T> set, List<T> add, List<T> remove) {
        Set<T> elements = new LinkedHashSet<>(set != null ? set : orEmpty(current));
        orEmpty(remove).forEach(elements::remove);
        elements.addAll(orEmpty(add));
        return new ArrayList<>(elements);
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
