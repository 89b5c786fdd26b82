package dev.postrider.launch;

/** The settings ask MongoDB for less than at most one mail a recipient rests on. */
public class WeakMongoSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WeakMongoSettings(String asked, String needed) {
        super("spring.mongodb.uri asks for " + asked + ", where Postrider needs " + needed + "; leave it out");
    }
}
