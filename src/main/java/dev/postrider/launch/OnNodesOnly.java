package dev.postrider.launch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves the web server, health and metrics to nodes, before they are even looked at: other commands start without. */
class OnNodesOnly implements AutoConfigurationImportFilter, EnvironmentAware {

    static final String WEB = "spring.main.web-application-type";
    static final String SERVLET = "servlet";

    private static final Pattern NODES = Pattern.compile(
            "org\\.springframework\\.boot\\."
                    + "((actuate|health|http|micrometer|servlet|tomcat|webmvc)\\..*|.*\\.(health|metrics|observation|web)\\..*)");

    private boolean node;

    @Override
    public void setEnvironment(Environment environment) {
        node = SERVLET.equalsIgnoreCase(environment.getProperty(WEB));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            matches[i] = candidate != null && (node || !NODES.matcher(candidate).matches());
        }
        return matches;
    }
}
