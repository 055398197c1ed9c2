import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** From a type to another by way of what the interface says it is, as the JVM's own class for lambdas does it. */
final class Conversion {
    private static final String NUMBERS = "BSIJFD";
    private static final Map<String, String> BOXES = Map.of(
            "Z", "java/lang/Boolean",
            "C", "java/lang/Character",
            "B", "java/lang/Byte",
            "S", "java/lang/Short",
            "I", "java/lang/Integer",
            "J", "java/lang/Long",
            "F", "java/lang/Float",
            "D", "java/lang/Double");

    private Conversion() {}

    static void convert(MethodVisitor code, Type from, Type actual, Type to) {
        if (isPrimitive(from)) {
            String unboxed = isPrimitive(to) ? to.getDescriptor() : primitiveOf(to, from.getDescriptor());
            widen(code, from.getDescriptor(), unboxed);
            if (!isPrimitive(to)) {
                String box = BOXES.get(unboxed);
                String type = "(" + unboxed + ")L" + box + ";";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", type, false);
                cast(code, box, to);
            }
            return;
        }
        Type known = isPrimitive(actual) ? from : actual;
        cast(code, from.getInternalName(), known);
        if (!isPrimitive(to)) {
            cast(code, known.getInternalName(), to);
            return;
        }
        String wanted = to.getDescriptor();
        String unboxed = primitiveOf(known, "");
        if (NUMBERS.contains(unboxed) && NUMBERS.contains(wanted)) {
            String box = unboxed.isEmpty() ? "java/lang/Number" : BOXES.get(unboxed);
            cast(code, known.getInternalName(), Type.getObjectType(box));
            unbox(code, box, to.getClassName(), wanted);
        } else {
            String held = unboxed.isEmpty() ? wanted : unboxed;
            String box = BOXES.get(held);
            cast(code, known.getInternalName(), Type.getObjectType(box));
            unbox(code, box, Type.getType(held).getClassName(), held);
            widen(code, held, wanted);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static String primitiveOf(Type box, String otherwise) {
        return BOXES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(box.getInternalName()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    private static void unbox(MethodVisitor code, String box, String primitive, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box, primitive + "Value", "()" + descriptor, false);
    }

    private static void cast(MethodVisitor code, String from, Type to) {
        if (!to.getInternalName().equals(from) && !to.getInternalName().equals("java/lang/Object")) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    /** All but the last four have the form of an {@code int}. */
    private static void widen(MethodVisitor code, String from, String to) {
        String forms = "IJFD";
        int source = Math.max(0, forms.indexOf(from));
        int target = Math.max(0, forms.indexOf(to));
        int[][] opcodes = {
            {Opcodes.NOP, Opcodes.I2L, Opcodes.I2F, Opcodes.I2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.L2F, Opcodes.L2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.NOP, Opcodes.F2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.NOP, Opcodes.NOP}
        };
        if (opcodes[source][target] != Opcodes.NOP) {
            code.visitInsn(opcodes[source][target]);
        }
    }
}
