package city.reception.notifications.mail;

/** A mail's words. */
record Letter(String sender, String subject, String text, String html) {}
