/**
 * Which letters are about the same matter: what is remembered of a letter, and how letters gather
 * to campaigns. Pure; imports the JDK and the contract.
 */
@NullMarked
package city.reception.router.campaigns;

import org.jspecify.annotations.NullMarked;
