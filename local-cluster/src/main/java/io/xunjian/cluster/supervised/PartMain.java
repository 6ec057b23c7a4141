package io.xunjian.cluster.supervised;

import io.xunjian.cluster.EndWithParent;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs the main of a class that is not ours, in a process that ends with the one whose id it is given. */
final class PartMain {

    private PartMain() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        EndWithParent.watch(Long.parseLong(args[0]));
        String[] rest = Arrays.copyOfRange(args, 2, args.length);
        try {
            Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace(System.err);
            System.exit(1);
        }
    }
}
