package b;

/** A superclass in another package: only its subclasses may call what is protected. */
public abstract class Base {
    protected final String word;

    protected Base(String word) {
        this.word = word;
    }

    protected String kept(int times) {
        return "kept " + times + word;
    }

    public String open() {
        return "open " + word;
    }

    protected static int half(int number) {
        return number / 2;
    }
}
