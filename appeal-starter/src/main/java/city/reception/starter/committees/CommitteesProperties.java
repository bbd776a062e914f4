package city.reception.starter.committees;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * Where the committees are described.
 *
 * @param location the YAML file
 */
@Validated
@ConfigurationProperties("reception.committees")
public record CommitteesProperties(
    @DefaultValue("file:config/committees.yaml") Resource location) {}
