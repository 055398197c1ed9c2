import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What {@code StringConcatFactory} does, as code with a {@code StringBuilder}. */
final class Concatenation {
    private Concatenation() {}

    /** @param recipe the text, with \1 for each parameter and \2 for each constant */
    static void write(MethodVisitor code, String type, String recipe, List<Object> constants) {
        String builder = "java/lang/StringBuilder";
        code.visitTypeInsn(Opcodes.NEW, builder);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, builder, "<init>", "()V", false);
        Type[] parameters = Type.getArgumentTypes(type);
        int parameter = 0;
        int constant = 0;
        int slot = 0;
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i <= recipe.length(); i++) {
            char c = i < recipe.length() ? recipe.charAt(i) : 1;
            if (c == 2) {
                plain.append(constants.get(constant++));
            } else if (c != 1) {
                plain.append(c);
            } else {
                if (plain.length() > 0) {
                    code.visitLdcInsn(plain.toString());
                    append(code, "Ljava/lang/String;");
                    plain.setLength(0);
                }
                if (i < recipe.length()) {
                    Type given = parameters[parameter++];
                    code.visitVarInsn(given.getOpcode(Opcodes.ILOAD), slot);
                    slot += given.getSize();
                    append(code, appended(given));
                }
            }
        }
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, builder, "toString", "()Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
    }

    private static void append(MethodVisitor code, String type) {
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/StringBuilder",
                "append",
                "(" + type + ")Ljava/lang/StringBuilder;",
                false);
    }

    private static String appended(Type given) {
        return switch (given.getSort()) {
            case Type.BYTE, Type.SHORT -> "I";
            case Type.ARRAY, Type.OBJECT ->
                given.getDescriptor().equals("Ljava/lang/String;") ? given.getDescriptor() : "Ljava/lang/Object;";
            default -> given.getDescriptor();
        };
    }
}
