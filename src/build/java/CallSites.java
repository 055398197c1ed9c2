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
 * method handles. Here a lambda becomes one of a few in a plain class of its package, {@code $$L1}, and concatenation
 * a method with a {@code StringBuilder}. What is serializable, and what is not understood, stays as it is.
 *
 * <p>ADR 35 says why.
 */
final class CallSites {
    private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
    private static final String STRINGS = "java/lang/invoke/StringConcatFactory";

    private final Set<String> privateMethods = new TreeSet<>();
    private final List<LambdaGroup> groups = new ArrayList<>();
    /** The last group of each shape in each package. */
    private final Map<String, LambdaGroup> open = new TreeMap<>();

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
        for (LambdaGroup group : sites.groups) {
            if (entries.putIfAbsent(group.name() + ".class", group.asClass()) != null) {
                throw new IllegalStateException(group.name() + " is there already");
            }
        }
        return sites;
    }

    /** Where a lambda is: the class, and its number there. */
    private record Site(String group, int which) {}

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
        private final Map<String, Site> forLambdas = new LinkedHashMap<>();
        /** Methods that were made for call sites of this class, by what they do. */
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
            LambdaClass lambda = LambdaClass.of(method, type, bootstrap, arguments);
            if (lambda == null) {
                return false;
            }
            Site site = forLambdas.computeIfAbsent(lambda.toString(), key -> {
                CallTarget target = CallTarget.of(lambda.body());
                return site(lambda, isReached(lambda.body()) ? target : bridge(target));
            });
            if (lambda.captured().length == 0) {
                String constant = LambdaGroup.constant(site.which());
                code.visitFieldInsn(
                        Opcodes.GETSTATIC, site.group(), constant, lambda.face().getDescriptor());
            } else {
                code.visitIntInsn(Opcodes.BIPUSH, site.which());
                code.visitMethodInsn(Opcodes.INVOKESTATIC, site.group(), "of", lambda.factoryType(), false);
            }
            lambdas++;
            return true;
        }

        private Site site(LambdaClass lambda, CallTarget target) {
            String key = packageOf(name) + " " + lambda.shape();
            LambdaGroup group = open.get(key);
            if (group == null || group.full()) {
                group = new LambdaGroup(packageOf(name) + "$$L" + (groups.size() + 1));
                groups.add(group);
                open.put(key, group);
            }
            return new Site(group.name(), group.add(lambda, target, version));
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
        private CallTarget bridge(CallTarget target) {
            CallTarget own = target.special() ? target.on(name) : target;
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
            return CallTarget.of(new Handle(Opcodes.H_INVOKESTATIC, name, method, descriptor, isInterface));
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
                methods.add(() -> {
                    MethodVisitor body = helper(added, type);
                    Concatenation.write(body, type, (String) arguments[0], constants);
                    end(body);
                });
                return added;
            });
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name, method, type, isInterface);
            texts++;
            return true;
        }
    }

    static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
