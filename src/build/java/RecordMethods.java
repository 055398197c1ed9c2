import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The bodies of a record's {@code equals}, {@code hashCode} and {@code toString}, as {@code ObjectMethods} of the JDK
 * would link them on their first call, with a chain of method handles for each.
 *
 * @param record the name of the record
 * @param names of its components, separated by semicolons
 * @param fields where the components are
 */
record RecordMethods(String record, String names, Handle[] fields) {
    static final String FACTORY = "java/lang/runtime/ObjectMethods";

    static RecordMethods of(Object... arguments) {
        Handle[] fields = new Handle[arguments.length - 2];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = (Handle) arguments[i + 2];
        }
        return new RecordMethods(((Type) arguments[0]).getInternalName(), (String) arguments[1], fields);
    }

    /** Writes the body of a static method whose parameters are those of the method of the record. */
    void write(String method, MethodVisitor code) {
        switch (method) {
            case "equals" -> equality(code);
            case "hashCode" -> hash(code);
            case "toString" -> text(code);
            default -> throw new IllegalArgumentException("a record has no " + method);
        }
    }

    private void equality(MethodVisitor code) {
        Label other = new Label();
        Label differs = new Label();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IF_ACMPNE, other);
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(other);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.INSTANCEOF, record);
        code.visitJumpInsn(Opcodes.IFEQ, differs);
        for (Handle field : fields) {
            load(code, field);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitTypeInsn(Opcodes.CHECKCAST, record);
            code.visitFieldInsn(Opcodes.GETFIELD, record, field.getName(), field.getDesc());
            code.visitJumpInsn(compare(code, Type.getType(field.getDesc())), differs);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
        code.visitLabel(differs);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitInsn(Opcodes.IRETURN);
    }

    /** Compares two components, and says how to jump where they differ: a number that is none equals itself. */
    private static int compare(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT -> {
                return Opcodes.IF_ICMPNE;
            }
            case Type.LONG -> {
                code.visitInsn(Opcodes.LCMP);
                return Opcodes.IFNE;
            }
            case Type.FLOAT, Type.DOUBLE -> {
                String both = "(" + type.getDescriptor() + type.getDescriptor() + ")I";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, box(type), "compare", both, false);
                return Opcodes.IFNE;
            }
            default -> {
                String both = "(Ljava/lang/Object;Ljava/lang/Object;)Z";
                code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", both, false);
                return Opcodes.IFEQ;
            }
        }
    }

    private void hash(MethodVisitor code) {
        code.visitInsn(Opcodes.ICONST_0);
        for (Handle field : fields) {
            code.visitIntInsn(Opcodes.BIPUSH, 31);
            code.visitInsn(Opcodes.IMUL);
            load(code, field);
            Type type = Type.getType(field.getDesc());
            boolean isReference = type.getSort() >= Type.ARRAY;
            String owner = isReference ? "java/util/Objects" : box(type);
            String given = isReference ? "Ljava/lang/Object;" : type.getDescriptor();
            code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "hashCode", "(" + given + ")I", false);
            code.visitInsn(Opcodes.IADD);
        }
        code.visitInsn(Opcodes.IRETURN);
    }

    private void text(MethodVisitor code) {
        String[] labels = names.split(";");
        code.visitTypeInsn(Opcodes.NEW, "java/lang/StringBuilder");
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/StringBuilder", "<init>", "()V", false);
        code.visitLdcInsn(Type.getObjectType(record));
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/Class", "getSimpleName", "()Ljava/lang/String;", false);
        append(code, "Ljava/lang/String;");
        for (int i = 0; i < fields.length; i++) {
            code.visitLdcInsn((i == 0 ? "[" : ", ") + labels[i] + "=");
            append(code, "Ljava/lang/String;");
            load(code, fields[i]);
            append(code, appended(Type.getType(fields[i].getDesc())));
        }
        code.visitLdcInsn(fields.length == 0 ? "[]" : "]");
        append(code, "Ljava/lang/String;");
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/StringBuilder", "toString", "()Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
    }

    /** What {@code StringBuilder} takes: an array of characters would become their text. */
    private static String appended(Type type) {
        return switch (type.getSort()) {
            case Type.BYTE, Type.SHORT -> "I";
            case Type.ARRAY, Type.OBJECT -> "Ljava/lang/Object;";
            default -> type.getDescriptor();
        };
    }

    private static void append(MethodVisitor code, String type) {
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/StringBuilder",
                "append",
                "(" + type + ")Ljava/lang/StringBuilder;",
                false);
    }

    private void load(MethodVisitor code, Handle field) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, record, field.getName(), field.getDesc());
    }

    private static String box(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> "java/lang/Boolean";
            case Type.CHAR -> "java/lang/Character";
            case Type.BYTE -> "java/lang/Byte";
            case Type.SHORT -> "java/lang/Short";
            case Type.INT -> "java/lang/Integer";
            case Type.LONG -> "java/lang/Long";
            case Type.FLOAT -> "java/lang/Float";
            default -> "java/lang/Double";
        };
    }
}
