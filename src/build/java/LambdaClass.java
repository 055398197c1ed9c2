import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What {@code LambdaMetafactory} is asked for.
 *
 * @param face the interface to implement
 * @param erased the type of its method, and of further methods that do the same
 * @param actual the type as this use of the interface has it: what arguments are cast to
 */
record LambdaClass(
        Type face, List<Type> markers, String method, Type[] captured, List<Type> erased, Type actual, Handle body) {
    private static final int SERIALIZABLE = 1;
    private static final int MARKERS = 2;
    private static final int BRIDGES = 4;

    /** Null where the site has to stay. */
    static LambdaClass of(String method, String type, Handle bootstrap, Object[] arguments) {
        Handle body = (Handle) arguments[1];
        if (body.getOwner().startsWith("[")) {
            return null;
        }
        List<Type> markers = new ArrayList<>();
        List<Type> erased = new ArrayList<>(List.of((Type) arguments[0]));
        if (bootstrap.getName().equals("altMetafactory")) {
            int flags = (Integer) arguments[3];
            int next = 4;
            if ((flags & SERIALIZABLE) != 0) {
                return null;
            }
            if ((flags & MARKERS) != 0) {
                int end = next + 1 + (Integer) arguments[next];
                for (next++; next < end; next++) {
                    markers.add((Type) arguments[next]);
                }
            }
            if ((flags & BRIDGES) != 0) {
                int end = next + 1 + (Integer) arguments[next];
                for (next++; next < end; next++) {
                    erased.add((Type) arguments[next]);
                }
            }
        } else if (!bootstrap.getName().equals("metafactory")) {
            return null;
        }
        return new LambdaClass(
                Type.getReturnType(type),
                markers,
                method,
                Type.getArgumentTypes(type),
                erased,
                (Type) arguments[2],
                body);
    }

    @Override
    public String toString() {
        return face + " " + markers + method + List.of(captured) + erased + actual + body.getTag() + body;
    }

    byte[] asClass(String name, int version, CallTarget target) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        List<String> interfaces = new ArrayList<>(List.of(face.getInternalName()));
        markers.stream()
                .map(Type::getInternalName)
                .filter(marker -> !interfaces.contains(marker))
                .forEach(interfaces::add);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(version, access, name, null, "java/lang/Object", interfaces.toArray(String[]::new));
        for (int i = 0; i < captured.length; i++) {
            writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, "a" + i, captured[i].getDescriptor(), null, null)
                    .visitEnd();
        }
        constructor(writer, name);
        if (captured.length == 0) {
            only(writer, name);
        } else {
            factory(writer, name);
        }
        erased.stream().distinct().forEach(type -> forward(writer, name, type, target));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void constructor(ClassWriter writer, String name) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructorType(), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        int slot = 1;
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), slot);
            slot += captured[i].getSize();
            code.visitFieldInsn(Opcodes.PUTFIELD, name, "a" + i, captured[i].getDescriptor());
        }
        code.visitInsn(Opcodes.RETURN);
        CallSites.end(code);
    }

    private String constructorType() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    /** As the JVM does it, a lambda that captures nothing is always the same object. */
    private void only(ClassWriter writer, String name) {
        int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, "IT", face.getDescriptor(), null, null).visitEnd();
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        create(code, name);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, "IT", face.getDescriptor());
        code.visitInsn(Opcodes.RETURN);
        CallSites.end(code);
    }

    private void factory(ClassWriter writer, String name) {
        MethodVisitor code =
                writer.visitMethod(Opcodes.ACC_STATIC, "of", Type.getMethodDescriptor(face, captured), null, null);
        code.visitCode();
        create(code, name);
        code.visitInsn(Opcodes.ARETURN);
        CallSites.end(code);
    }

    private void create(MethodVisitor code, String name) {
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int slot = 0;
        for (Type type : captured) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(), false);
    }

    private void forward(ClassWriter writer, String name, Type type, CallTarget target) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, type.getDescriptor(), null, null);
        code.visitCode();
        target.before(code);
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, "a" + i, captured[i].getDescriptor());
        }
        Type[] given = type.getArgumentTypes();
        int slot = 1;
        for (int i = 0; i < given.length; i++) {
            code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), slot);
            slot += given[i].getSize();
            Conversion.convert(code, given[i], actual.getArgumentTypes()[i], target.parameters()[captured.length + i]);
        }
        target.call(code);
        Type result = type.getReturnType();
        if (result.getSort() == Type.VOID) {
            if (target.result().getSize() > 0) {
                code.visitInsn(target.result().getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
        } else {
            Conversion.convert(code, target.result(), actual.getReturnType(), result);
        }
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        CallSites.end(code);
    }
}
