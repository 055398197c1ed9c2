import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /** What one class can do for several of them: the same interface and method, for fields of the same kind. */
    String shape() {
        return face + " " + markers + method + methods() + " " + factoryType();
    }

    /** The types of the methods to implement. */
    List<Type> methods() {
        return erased.stream().distinct().toList();
    }

    /** Fields for what is captured: any object is one. */
    Type[] fields() {
        return Stream.of(captured)
                .map(type -> type.getSort() < Type.ARRAY ? type : Type.getObjectType("java/lang/Object"))
                .toArray(Type[]::new);
    }

    /** The type of a method that makes one; which of them it is comes last. */
    String factoryType() {
        List<Type> types = new ArrayList<>(List.of(fields()));
        types.add(Type.INT_TYPE);
        return Type.getMethodDescriptor(face, types.toArray(Type[]::new));
    }

    /** Calls the body, and returns what it gives. */
    void forward(MethodVisitor code, String owner, Type type, CallTarget target) {
        target.before(code);
        Type[] fields = fields();
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, owner, "a" + i, fields[i].getDescriptor());
            if (!fields[i].equals(captured[i])) {
                code.visitTypeInsn(Opcodes.CHECKCAST, captured[i].getInternalName());
            }
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
    }
}
