package city.reception.router.rules;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * Where the terms of the law are described.
 *
 * @param location the YAML file; where it is not set, {@code rules.yaml} beside the committees'
 *     file
 */
@ConfigurationProperties("reception.rules")
public record RulesProperties(@Nullable Resource location) {}
