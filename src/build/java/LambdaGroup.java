import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class that is several lambdas of a package: all implement the same method, and a number says which one an object is.
 * To load a class costs a short run more than to choose between a few methods.
 */
final class LambdaGroup {
    /** A compiler still puts a method of this many calls into its caller; one of hundreds it would not compile at all. */
    private static final int MOST = 16;

    private final String name;
    private final List<LambdaClass> lambdas = new ArrayList<>();
    private final List<CallTarget> targets = new ArrayList<>();
    private int version;

    LambdaGroup(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    boolean full() {
        return lambdas.size() == MOST;
    }

    /** Adds a lambda, and gives its number. */
    int add(LambdaClass lambda, CallTarget target, int classVersion) {
        lambdas.add(lambda);
        targets.add(target);
        version = Math.max(version, classVersion);
        return lambdas.size() - 1;
    }

    byte[] asClass() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        LambdaClass any = lambdas.get(0);
        List<String> interfaces = new ArrayList<>(List.of(any.face().getInternalName()));
        any.markers().stream()
                .map(Type::getInternalName)
                .filter(marker -> !interfaces.contains(marker))
                .forEach(interfaces::add);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(version, access, name, null, "java/lang/Object", interfaces.toArray(String[]::new));
        Type[] fields = any.fields();
        for (int i = 0; i < fields.length; i++) {
            field(writer, "a" + i, fields[i]);
        }
        field(writer, "which", Type.INT_TYPE);
        constructor(writer, any);
        if (fields.length == 0) {
            constants(writer, any);
        } else {
            factory(writer, any);
        }
        any.methods().forEach(type -> forward(writer, any.method(), type));
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static void field(ClassWriter writer, String name, Type type) {
        writer.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, type.getDescriptor(), null, null)
                .visitEnd();
    }

    private void constructor(ClassWriter writer, LambdaClass any) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructorType(any), null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        Type[] given = Type.getArgumentTypes(any.factoryType());
        int slot = 1;
        for (int i = 0; i < given.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), slot);
            slot += given[i].getSize();
            String field = i == given.length - 1 ? "which" : "a" + i;
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field, given[i].getDescriptor());
        }
        code.visitInsn(Opcodes.RETURN);
        CallSites.end(code);
    }

    private static String constructorType(LambdaClass any) {
        return Type.getMethodDescriptor(Type.VOID_TYPE, Type.getArgumentTypes(any.factoryType()));
    }

    /** As the JVM does it, a lambda that captures nothing is always the same object. */
    private void constants(ClassWriter writer, LambdaClass any) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        String type = any.face().getDescriptor();
        for (int which = 0; which < lambdas.size(); which++) {
            writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, constant(which), type, null, null)
                    .visitEnd();
            code.visitTypeInsn(Opcodes.NEW, name);
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.BIPUSH, which);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(any), false);
            code.visitFieldInsn(Opcodes.PUTSTATIC, name, constant(which), type);
        }
        code.visitInsn(Opcodes.RETURN);
        CallSites.end(code);
    }

    /** The name of the field that holds a lambda which captures nothing. */
    static String constant(int which) {
        return "I" + which;
    }

    private void factory(ClassWriter writer, LambdaClass any) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "of", any.factoryType(), null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int slot = 0;
        for (Type type : Type.getArgumentTypes(any.factoryType())) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(any), false);
        code.visitInsn(Opcodes.ARETURN);
        CallSites.end(code);
    }

    private void forward(ClassWriter writer, String method, Type type) {
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, method, type.getDescriptor(), null, null);
        code.visitCode();
        int last = lambdas.size() - 1;
        if (last > 0) {
            Label[] labels = new Label[last];
            for (int i = 0; i < last; i++) {
                labels[i] = new Label();
            }
            Label otherwise = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, "which", "I");
            code.visitTableSwitchInsn(0, last - 1, otherwise, labels);
            for (int i = 0; i < last; i++) {
                start(code, labels[i]);
                lambdas.get(i).forward(code, name, type, targets.get(i));
            }
            start(code, otherwise);
        }
        lambdas.get(last).forward(code, name, type, targets.get(last));
        CallSites.end(code);
    }

    /** Each case sees what the method was called with. */
    private static void start(MethodVisitor code, Label label) {
        code.visitLabel(label);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
}
