import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A method or constructor as a call sees it: a receiver is the first parameter. */
record CallTarget(int opcode, Handle method, Type[] parameters, Type result) {
    static CallTarget of(Handle method) {
        Type owner = Type.getObjectType(method.getOwner());
        Type[] given = Type.getArgumentTypes(method.getDesc());
        Type result = Type.getReturnType(method.getDesc());
        return switch (method.getTag()) {
            case Opcodes.H_INVOKESTATIC -> new CallTarget(Opcodes.INVOKESTATIC, method, given, result);
            case Opcodes.H_NEWINVOKESPECIAL -> new CallTarget(Opcodes.NEW, method, given, owner);
            case Opcodes.H_INVOKEVIRTUAL -> new CallTarget(Opcodes.INVOKEVIRTUAL, method, with(owner, given), result);
            case Opcodes.H_INVOKEINTERFACE ->
                new CallTarget(Opcodes.INVOKEINTERFACE, method, with(owner, given), result);
            case Opcodes.H_INVOKESPECIAL -> new CallTarget(Opcodes.INVOKESPECIAL, method, with(owner, given), result);
            default -> throw new IllegalArgumentException(method.toString());
        };
    }

    private static Type[] with(Type first, Type[] rest) {
        Type[] all = new Type[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    boolean special() {
        return opcode == Opcodes.INVOKESPECIAL;
    }

    /** The same call, of which the verifier knows that the receiver is the caller's own. */
    CallTarget on(String caller) {
        Type[] own = parameters.clone();
        own[0] = Type.getObjectType(caller);
        return new CallTarget(opcode, method, own, result);
    }

    /** What comes before the parameters. */
    void before(MethodVisitor code) {
        if (opcode == Opcodes.NEW) {
            code.visitTypeInsn(Opcodes.NEW, method.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
    }

    void call(MethodVisitor code) {
        code.visitMethodInsn(
                opcode == Opcodes.NEW ? Opcodes.INVOKESPECIAL : opcode,
                method.getOwner(),
                method.getName(),
                method.getDesc(),
                method.isInterface());
    }
}
