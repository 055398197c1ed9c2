import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the files that a check reads constants of a class, which an archive of classes holds. To read them from the jar,
 * Java first reads the names of all 6,000 files in it, which is a twelfth of a check.
 */
final class Texts {
    private static final String CLASS = "dev/slipway/shipped/Packed";
    private static final String FOLDER = "dev/slipway/";
    private static final Pattern MOVED = Pattern.compile(
            FOLDER + "(facts/.*[.]yml|templates/scripts/.*|version[.]txt|schemas/workflow-shape[.]json)");

    private Texts() {}

    /** Replaces these files by the class. */
    static void move(Map<String, byte[]> entries) {
        Map<Integer, Map.Entry<String, String>> texts = new TreeMap<>(); // by hash, as a switch wants them
        for (Iterator<Map.Entry<String, byte[]>> all = entries.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, byte[]> entry = all.next();
            if (MOVED.matcher(entry.getKey()).matches()) {
                String name = entry.getKey().substring(FOLDER.length());
                String text = new String(entry.getValue(), StandardCharsets.UTF_8);
                if (texts.put(name.hashCode(), Map.entry(name, text)) != null) {
                    throw new IllegalStateException("another file has the hash of " + name);
                }
                all.remove();
            }
        }
        entries.put(CLASS + ".class", withTexts(texts));
    }

    /** {@code static String text(String name)}: a switch over names, and null for any other. */
    private static byte[] withTexts(Map<Integer, Map.Entry<String, String>> texts) {
        ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
        type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, CLASS, null, "java/lang/Object", null);
        MethodVisitor code =
                type.visitMethod(Opcodes.ACC_STATIC, "text", "(Ljava/lang/String;)Ljava/lang/String;", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "hashCode", "()I", false);
        Label none = new Label();
        Label[] labels = texts.values().stream().map(text -> new Label()).toArray(Label[]::new);
        code.visitLookupSwitchInsn(
                none, texts.keySet().stream().mapToInt(hash -> hash).toArray(), labels);
        int next = 0;
        for (Map.Entry<String, String> text : texts.values()) {
            code.visitLabel(labels[next++]);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitLdcInsn(text.getKey());
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "equals", "(Ljava/lang/Object;)Z", false);
            code.visitJumpInsn(Opcodes.IFEQ, none);
            code.visitLdcInsn(text.getValue());
            code.visitInsn(Opcodes.ARETURN);
        }
        code.visitLabel(none);
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }
}
