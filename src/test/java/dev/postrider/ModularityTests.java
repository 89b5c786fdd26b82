package dev.postrider;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void roomsSeeOnlyWhatTheirPackageInfoAllows() {
        ApplicationModules.of(PostriderApplication.class).verify();
    }
}
