package dev.postrider.audit;

/**
 * Who did something, and from where.
 *
 * @param name of the person; {@value #NODE} for a node, which acts for nobody
 */
public record Actor(String name, boolean node, String host, long process) {

    static final String NODE = "node";

    /** Whether this is the person of that name, wherever they sit; a node is nobody. */
    public boolean samePerson(String person) {
        return !node && name.equals(person);
    }
}
