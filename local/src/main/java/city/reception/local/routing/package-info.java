/**
 * What an operator does about routing: offers models, learns from what people corrected, tries an
 * edit on past appeals. Works on the router's ledger as any operator may.
 */
@NullMarked
package city.reception.local.routing;

import org.jspecify.annotations.NullMarked;
