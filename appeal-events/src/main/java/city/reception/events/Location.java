package city.reception.events;

import org.jspecify.annotations.Nullable;

/**
 * The place that the appeal is about.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record Location(
    @Nullable String address, @Nullable Double latitude, @Nullable Double longitude) {}
