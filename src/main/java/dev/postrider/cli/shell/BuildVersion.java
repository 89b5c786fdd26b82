package dev.postrider.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
public final class BuildVersion implements IVersionProvider {

    private static final String BUILD = "/META-INF/build-info.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream file = BuildVersion.class.getResourceAsStream(BUILD)) {
            if (file != null) {
                build.load(file);
            }
        }
        return new String[] {
            "postrider " + build.getProperty("build.version", "(not built)") + ", Java "
                    + Runtime.version().feature()
        };
    }
}
