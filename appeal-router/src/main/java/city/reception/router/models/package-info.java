/**
 * The models behind the classifier: which one runs, how another takes its place without a restart,
 * and one that runs in its shadow. Imports the classifier, the ledger's table of models, routing.
 */
@NullMarked
package city.reception.router.models;

import org.jspecify.annotations.NullMarked;
