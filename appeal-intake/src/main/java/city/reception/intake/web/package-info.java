/**
 * What all endpoints share at the edge: bodies read within bounds, strict JSON, headers of safety,
 * the OpenAPI page. Imports the problems and Spring's web support.
 */
@NullMarked
package city.reception.intake.web;

import org.jspecify.annotations.NullMarked;
