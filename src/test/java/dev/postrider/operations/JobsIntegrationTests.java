package dev.postrider.operations;

import dev.postrider.embedded.TestStores;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On H2. */
class JobsIntegrationTests extends JobsContract {

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry registry) {
        TestStores.register(registry);
    }
}
