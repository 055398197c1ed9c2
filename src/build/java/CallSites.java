import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Links lambdas, method references, string concatenation and the methods of records when the program is built, not on
 * each run of it.
 *
 * <p>The compiler leaves an {@code invokedynamic} for each; the first call has the JVM make a hidden class, or a chain of
 * method handles. Here a lambda becomes the plain class that the JVM would have made, {@code Host$$L1}, and concatenation
 * a method with a {@code StringBuilder}. What is serializable, and what is not understood, stays as it is.
 *
 * <p>ADR 35 says why.
 */
final class CallSites {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String STRINGS = "java/lang/invoke/StringConcatFactory";
    private static final int SERIALIZABLE = 1;
    private static final int MARKERS = 2;
    private static final int BRIDGES = 4;

    private final Set<String> privateMethods = new TreeSet<>();
    private final Map<String, byte[]> made = new TreeMap<>();
    private int lambdas;
    private int texts;
    private int records;
    private int left;

    /** Replaces call sites in all classes, by their paths in a jar, and adds the classes that this needs. */
    static CallSites link(Map<String, byte[]> entries) {
        CallSites sites = new CallSites();
        entries.forEach((path, content) -> {
            if (isClass(path)) {
                sites.findPrivateMethods(content);
            }
        });
        entries.replaceAll((path, content) -> isClass(path) ? sites.linked(content) : content);
        sites.made.forEach((path, content) -> {
            if (entries.putIfAbsent(path, content) != null) {
                throw new IllegalStateException(path + " is there already");
            }
        });
        return sites;
    }

    int lambdas() {
        return lambdas;
    }

    int texts() {
        return texts;
    }

    int left() {
        return left;
    }

    @Override
    public String toString() {
        return lambdas + " lambdas, " + texts + " concatenations and " + records + " methods of records are linked, "
                + left + " call sites are left";
    }

    /** Classes for newer Javas replace others of the same name, so they keep what they have. */
    private static boolean isClass(String path) {
        return path.endsWith(".class") && !path.startsWith("META-INF/") && !path.endsWith("module-info.class");
    }

    private void findPrivateMethods(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassVisitor finding = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                if ((access & Opcodes.ACC_PRIVATE) != 0) {
                    privateMethods.add(reader.getClassName() + "." + name + descriptor);
                }
                return null;
            }
        };
        reader.accept(finding, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    private byte[] linked(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Host host = new Host(reader, writer);
        reader.accept(host, 0);
        return host.replaced == 0 ? classFile : writer.toByteArray();
    }

    /** A class with call sites. */
    private final class Host extends ClassVisitor {
        private final String name;
        private final String superName;
        private final boolean isInterface;
        private final int version;
        /** Methods and classes that were made for call sites of this class, by what they do. */
        private final Map<String, String> forSites = new LinkedHashMap<>();

        private final List<Runnable> methods = new ArrayList<>();
        private int replaced;

        Host(ClassReader reader, ClassWriter writer) {
            super(Opcodes.ASM9, writer);
            name = reader.getClassName();
            superName = reader.getSuperName() == null ? "" : reader.getSuperName();
            isInterface = (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
            version = reader.readUnsignedShort(6);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            int opened = isBodyOfLambda(access, method) ? access & ~Opcodes.ACC_PRIVATE | visibility() : access;
            return new MethodVisitor(api, super.visitMethod(opened, method, descriptor, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String site, String type, Handle bootstrap, Object... arguments) {
                    boolean done = switch (bootstrap.getOwner()) {
                        case LAMBDAS -> lambda(mv, site, type, bootstrap, arguments);
                        case STRINGS -> concatenation(mv, type, bootstrap, arguments);
                        case RecordMethods.FACTORY -> ofRecord(mv, site, type, arguments);
                        default -> false;
                    };
                    if (done) {
                        replaced++;
                    } else {
                        left++;
                        super.visitInvokeDynamicInsn(site, type, bootstrap, arguments);
                    }
                }
            };
        }

        @Override
        public void visitEnd() {
            methods.forEach(Runnable::run);
            super.visitEnd();
        }

        /** Static methods are not inherited in a way that lets one override another, so any class may call them. */
        private boolean isBodyOfLambda(int access, String method) {
            int all = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
            return (access & all) == all && method.startsWith("lambda$");
        }

        /** Of a method that other classes of the package call: an interface has no other kind. */
        private int visibility() {
            return isInterface ? Opcodes.ACC_PUBLIC : 0;
        }

        private boolean lambda(MethodVisitor code, String method, String type, Handle bootstrap, Object[] arguments) {
            Lambda lambda = Lambda.of(method, type, bootstrap, arguments);
            if (lambda == null) {
                return false;
            }
            String key = "lambda " + lambda;
            String made = forSites.get(key);
            if (made == null) {
                made = name + "$$L" + (forSites.size() + 1);
                forSites.put(key, made);
                Target target = Target.of(lambda.body());
                Target reached = isReached(lambda.body()) ? target : bridge(target);
                CallSites.this.made.put(made + ".class", lambda.asClass(made, version, reached));
            }
            if (lambda.captured().length == 0) {
                code.visitFieldInsn(Opcodes.GETSTATIC, made, "IT", lambda.face().getDescriptor());
            } else {
                code.visitMethodInsn(Opcodes.INVOKESTATIC, made, "of", type, false);
            }
            lambdas++;
            return true;
        }

        /** Whether another class of the package can call it. */
        private boolean isReached(Handle body) {
            String owner = body.getOwner();
            boolean isPrivate = privateMethods.contains(owner + "." + body.getName() + body.getDesc());
            if (body.getTag() == Opcodes.H_INVOKESPECIAL) {
                return false;
            }
            if (isPrivate) {
                return owner.equals(name)
                        && body.getTag() == Opcodes.H_INVOKESTATIC
                        && body.getName().startsWith("lambda$");
            }
            // protected methods of a superclass in another package are for its subclasses alone
            return packageOf(owner).equals(packageOf(name))
                    || Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum")
                                    .contains(superName)
                            && !owner.equals(superName)
                            && !owner.equals("java/lang/Object");
        }

        private static String packageOf(String name) {
            return name.substring(0, name.lastIndexOf('/') + 1);
        }

        /** A static method of this class that calls what only this class may call. */
        private Target bridge(Target target) {
            Target own = target.special() ? target.on(name) : target;
            String method = "lambda$bridge$" + (methods.size() + 1);
            String descriptor = Type.getMethodDescriptor(own.result(), own.parameters());
            methods.add(() -> {
                MethodVisitor code = helper(method, descriptor);
                own.before(code);
                int slot = 0;
                for (Type parameter : own.parameters()) {
                    code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), slot);
                    slot += parameter.getSize();
                }
                own.call(code);
                code.visitInsn(own.result().getOpcode(Opcodes.IRETURN));
                end(code);
            });
            return Target.of(new Handle(Opcodes.H_INVOKESTATIC, name, method, descriptor, isInterface));
        }

        private MethodVisitor helper(String method, String descriptor) {
            MethodVisitor code = cv.visitMethod(
                    Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | visibility(), method, descriptor, null, null);
            code.visitCode();
            return code;
        }

        private boolean ofRecord(MethodVisitor code, String method, String type, Object[] arguments) {
            String added = "lambda$record$" + method;
            methods.add(() -> {
                MethodVisitor body = helper(added, type);
                RecordMethods.of(arguments).write(method, body);
                end(body);
            });
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, added, type, false);
            records++;
            return true;
        }

        private boolean concatenation(MethodVisitor code, String type, Handle bootstrap, Object[] arguments) {
            if (!bootstrap.getName().equals("makeConcatWithConstants")) {
                return false;
            }
            List<Object> constants = List.of(arguments).subList(1, arguments.length);
            if (!constants.stream().allMatch(constant -> constant instanceof String || constant instanceof Number)) {
                return false;
            }
            String method = forSites.computeIfAbsent("text " + type + List.of(arguments), key -> {
                String added = "lambda$concat$" + (methods.size() + 1);
                methods.add(() -> concatenate(added, type, (String) arguments[0], constants));
                return added;
            });
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, method, type, isInterface);
            texts++;
            return true;
        }

        private void concatenate(String method, String type, String recipe, List<Object> constants) {
            MethodVisitor code = helper(method, type);
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
            end(code);
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

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    /** A method or constructor as a call sees it: a receiver is the first parameter. */
    private record Target(int opcode, Handle method, Type[] parameters, Type result) {
        static Target of(Handle method) {
            Type owner = Type.getObjectType(method.getOwner());
            Type[] given = Type.getArgumentTypes(method.getDesc());
            Type result = Type.getReturnType(method.getDesc());
            return switch (method.getTag()) {
                case Opcodes.H_INVOKESTATIC -> new Target(Opcodes.INVOKESTATIC, method, given, result);
                case Opcodes.H_NEWINVOKESPECIAL -> new Target(Opcodes.NEW, method, given, owner);
                case Opcodes.H_INVOKEVIRTUAL -> new Target(Opcodes.INVOKEVIRTUAL, method, with(owner, given), result);
                case Opcodes.H_INVOKEINTERFACE ->
                    new Target(Opcodes.INVOKEINTERFACE, method, with(owner, given), result);
                case Opcodes.H_INVOKESPECIAL -> new Target(Opcodes.INVOKESPECIAL, method, with(owner, given), result);
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
        Target on(String caller) {
            Type[] own = parameters.clone();
            own[0] = Type.getObjectType(caller);
            return new Target(opcode, method, own, result);
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

    /**
     * What {@code LambdaMetafactory} is asked for.
     *
     * @param face the interface to implement
     * @param erased the type of its method, and of further methods that do the same
     * @param actual the type as this use of the interface has it: what arguments are cast to
     */
    private record Lambda(
            Type face,
            List<Type> markers,
            String method,
            Type[] captured,
            List<Type> erased,
            Type actual,
            Handle body) {

        /** Null where the site has to stay. */
        static Lambda of(String method, String type, Handle bootstrap, Object[] arguments) {
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
            return new Lambda(
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

        byte[] asClass(String name, int version, Target target) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            List<String> interfaces = new ArrayList<>(List.of(face.getInternalName()));
            markers.stream()
                    .map(Type::getInternalName)
                    .filter(marker -> !interfaces.contains(marker))
                    .forEach(interfaces::add);
            int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
            writer.visit(version, access, name, null, "java/lang/Object", interfaces.toArray(String[]::new));
            for (int i = 0; i < captured.length; i++) {
                writer.visitField(
                                Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
                                "a" + i,
                                captured[i].getDescriptor(),
                                null,
                                null)
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
            end(code);
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
            end(code);
        }

        private void factory(ClassWriter writer, String name) {
            MethodVisitor code =
                    writer.visitMethod(Opcodes.ACC_STATIC, "of", Type.getMethodDescriptor(face, captured), null, null);
            code.visitCode();
            create(code, name);
            code.visitInsn(Opcodes.ARETURN);
            end(code);
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

        private void forward(ClassWriter writer, String name, Type type, Target target) {
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
                Conversion.convert(
                        code, given[i], actual.getArgumentTypes()[i], target.parameters()[captured.length + i]);
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
            end(code);
        }
    }

    /** From a type to another by way of what the interface says it is, as the JVM's own class for lambdas does it. */
    private static final class Conversion {
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
}
