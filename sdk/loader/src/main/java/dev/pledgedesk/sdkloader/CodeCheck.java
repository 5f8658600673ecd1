package dev.pledgedesk.sdkloader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Looks through a plugin's code for what would reach past its context: threads, files, sockets, processes, class loaders, the JVM as a whole. It finds what a
 * careless author writes and what a reviewer should see at once; it is no wall against somebody who hides it behind reflection.
 */
final class CodeCheck {

    /** Types that no plugin makes or calls anything of; a trailing star means all of the package. */
    private static final Set<String> TYPES = Set.of("java/lang/ProcessBuilder", "java/lang/Runtime", "java/lang/ThreadGroup", "java/lang/StackWalker", "java/util/concurrent/Executors",
            "java/util/concurrent/ThreadPoolExecutor", "java/util/concurrent/ScheduledThreadPoolExecutor", "java/util/concurrent/ForkJoinPool", "java/util/Timer", "java/net/URLClassLoader",
            "java/security/SecureClassLoader", "java/net/Socket", "java/net/ServerSocket", "java/net/DatagramSocket", "java/net/MulticastSocket", "java/net/URLConnection", "java/net/HttpURLConnection",
            "java/io/File", "java/io/FileInputStream", "java/io/FileOutputStream", "java/io/FileReader", "java/io/FileWriter", "java/io/RandomAccessFile", "java/nio/file/Files", "java/sql/DriverManager",
            "java/lang/instrument/*", "java/net/http/*", "java/nio/channels/*", "javax/naming/*", "java/util/prefs/*", "javax/net/*", "java/util/zip/ZipFile", "java/util/jar/JarFile", "java/net/InetAddress", "java/rmi/*", "javax/script/*", "sun/*", "jdk/*", "com/sun/*", "java/lang/foreign/*");
    /** Single methods of types that are fine otherwise. */
    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            Map.entry("java/lang/System", Set.of("exit", "load", "loadLibrary", "setProperty", "setProperties", "clearProperty", "setOut", "setErr", "setIn", "setSecurityManager", "getenv", "getProperties", "getProperty")),
            Map.entry("java/lang/Thread", Set.of("<init>", "start", "stop", "setContextClassLoader", "getAllStackTraces", "setDefaultUncaughtExceptionHandler", "startVirtualThread", "ofVirtual", "ofPlatform")),
            Map.entry("java/lang/ClassLoader", Set.of("<init>", "getSystemClassLoader", "getParent")),
            Map.entry("java/lang/Class", Set.of("getClassLoader", "getModule")),
            Map.entry("java/lang/invoke/MethodHandles", Set.of("privateLookupIn")),
            Map.entry("java/lang/invoke/MethodHandles$Lookup", Set.of("defineClass", "defineHiddenClass")),
            Map.entry("java/lang/reflect/AccessibleObject", Set.of("setAccessible", "trySetAccessible")),
            Map.entry("java/lang/reflect/Method", Set.of("setAccessible", "trySetAccessible", "invoke")),
            Map.entry("java/lang/reflect/Field", Set.of("setAccessible", "trySetAccessible")),
            Map.entry("java/lang/reflect/Constructor", Set.of("setAccessible", "trySetAccessible")),
            Map.entry("java/util/concurrent/CompletableFuture", Set.of("runAsync", "supplyAsync")),
            Map.entry("java/lang/reflect/Proxy", Set.of("getInvocationHandler")),
            Map.entry("java/util/Collection", Set.of("parallelStream")),
            Map.entry("java/util/List", Set.of("parallelStream")),
            Map.entry("java/util/Locale", Set.of("setDefault")),
            Map.entry("java/util/TimeZone", Set.of("setDefault")),
            Map.entry("java/net/URL", Set.of("openConnection", "openStream", "getContent")),
            Map.entry("java/security/Security", Set.of("addProvider", "insertProviderAt", "setProperty", "removeProvider")));
    private static final Set<String> PARENTS = Set.of("java/lang/Thread", "java/lang/ClassLoader");
    private static final int MOST = 20;

    private final List<String> found = new ArrayList<>();

    /** What it has found so far, each with class, line and what stands there. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** Looks through a class file. */
    void look(byte[] code) throws PluginRefused {
        try {
            new ClassReader(code).accept(new OfClass(), ClassReader.SKIP_FRAMES);
        } catch (RuntimeException unreadable) {
            throw new PluginRefused("it holds a class file that cannot be read, or of a Java version that this server does not run", unreadable);
        }
    }

    private void add(String where, String what) {
        if (found.size() < MOST) {
            found.add(where + " " + what);
        }
    }

    private static boolean banned(String owner) {
        return TYPES.stream().anyMatch(t -> t.endsWith("*") ? owner.startsWith(t.substring(0, t.length() - 1)) : owner.equals(t));
    }

    private final class OfClass extends ClassVisitor {

        private String name;

        private OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String internalName, String signature, String parent, String[] interfaces) {
            name = internalName.replace('/', '.');
            if (PARENTS.contains(parent) || parent != null && banned(parent)) {
                add(name, "extends " + parent.replace('/', '.'));
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
            if ((access & Opcodes.ACC_NATIVE) != 0) {
                add(name, "has the native method " + method);
            }
            return new OfMethod(name);
        }
    }

    private final class OfMethod extends MethodVisitor {

        private final String type;
        private int line;

        private OfMethod(String type) {
            super(Opcodes.ASM9);
            this.type = type;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean ofInterface) {
            calls(owner, method);
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    calls(handle.getOwner(), handle.getName());
                }
            }
        }

        private void calls(String owner, String method) {
            if (banned(owner) || METHODS.getOrDefault(owner, Set.of()).contains(method)) {
                add(type + (line == 0 ? "" : " line " + line), "calls " + owner.replace('/', '.') + "." + method);
            }
        }
    }
}
