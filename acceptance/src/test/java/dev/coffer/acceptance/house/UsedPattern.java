package dev.coffer.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A regular expression in compiled classes. It has to be a constant there, so that it can be tested.
 *
 * @param place the class and method
 * @param regex its text, if it is a constant
 * @param flags of {@link java.util.regex.Pattern}
 * @param searched whether it is looked for inside of texts, instead of being compared with the whole of one
 */
record UsedPattern(String place, String regex, int flags, boolean searched) {
    private static final Set<String> OF_STRING =
            Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");
    private static final Set<String> SEARCHING = Set.of("find", "results", "replaceAll", "replaceFirst",
            "appendReplacement",
            "split", "splitAsStream", "splitWithDelimiters", "asPredicate", "lookingAt", "useDelimiter", "findAll");

    /** All expressions in the classes below a directory. */
    static List<UsedPattern> in(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class")).flatMap(file -> ofClass(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<UsedPattern> ofClass(Path file) {
        ClassModel type = parse(file);
        boolean searched = type.methods().stream().flatMap(method -> instructions(method).stream())
                .anyMatch(UsedPattern::searches);
        List<UsedPattern> found = new ArrayList<>();
        for (MethodModel method : type.methods()) {
            List<Instruction> code = instructions(method);
            String place =
                    type.thisClass().asInternalName().replace('/', '.') + "." + method.methodName().stringValue();
            for (int at = 0; at < code.size(); at++) {
                if (code.get(at) instanceof InvokeInstruction call && takesRegex(call)) {
                    found.add(of(place, call, code.subList(0, at), searched));
                }
            }
        }
        return found;
    }

    private static UsedPattern of(String place, InvokeInstruction call, List<Instruction> before, boolean searched) {
        boolean compiled = call.name().equalsString("compile");
        boolean pairs = call.typeSymbol().parameterCount() == 2;
        boolean regexLast = !pairs || isPatternMatches(call);
        int regex = before.size() - (regexLast && !isPatternMatches(call) ? 1 : 2);
        Object flags = compiled && pairs ? constant(before, before.size() - 1) : Integer.valueOf(0);
        boolean whole = call.name().equalsString("matches");
        return new UsedPattern(place, constant(before, regex) instanceof String text ? text : null,
                flags instanceof Integer number ? number : 0, compiled ? searched : !whole);
    }

    private static Object constant(List<Instruction> code, int at) {
        return at >= 0 && code.get(at) instanceof ConstantInstruction constant ? constant.constantValue() : null;
    }

    private static boolean takesRegex(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        boolean first = call.typeSymbol().parameterCount() > 0
                && call.typeSymbol().parameterType(0).descriptorString().equals("Ljava/lang/String;");
        return first && (owner.equals("java/lang/String") && OF_STRING.contains(name)
                || owner.equals("java/util/regex/Pattern") && (name.equals("compile") || name.equals("matches")));
    }

    private static boolean isPatternMatches(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/util/regex/Pattern") && call.name().equalsString("matches");
    }

    private static boolean searches(Instruction instruction) {
        return instruction instanceof InvokeInstruction call
                && call.owner().asInternalName().startsWith("java/util/regex/")
                && SEARCHING.contains(call.name().stringValue());
    }

    private static List<Instruction> instructions(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .filter((CodeElement element) -> element instanceof Instruction)
                .map(Instruction.class::cast)
                .toList();
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return place + " " + regex;
    }
}
