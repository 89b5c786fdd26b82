package dev.postrider.housekeeping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What there is to purge. */
@Service
public class Purges {

    private final List<Purge> purges;

    Purges(List<Purge> purges) {
        this.purges = purges;
    }

    /** How many of each kind would go now. What goes with a run, or because a run goes, is not counted. */
    public Map<String, Long> due() {
        Map<String, Long> due = new LinkedHashMap<>();
        purges.forEach(purge -> due.put(purge.what(), purge.due()));
        return due;
    }
}
