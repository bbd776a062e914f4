/**
 * Notices as e-mail: texts in Russian and English, and the dialogue with the mail server. Imports
 * Thymeleaf, Jakarta Mail and the port it serves.
 */
@NullMarked
package city.reception.notifications.mail;

import org.jspecify.annotations.NullMarked;
