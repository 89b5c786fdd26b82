package dev.postrider;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The Spring application that every command over the stores runs in. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PostriderApplication {}
