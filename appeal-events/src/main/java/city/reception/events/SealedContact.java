package city.reception.events;

/**
 * A resident's ways of contact and tracking code, readable only for the holders of the sealing key
 * (intake, which seals, and notifications, which opens).
 *
 * @param keyId which key sealed it, so that keys can be replaced while old records are still there
 * @param box Base64 (RFC 4648, section 4) of the 12-byte nonce followed by the AES-256-GCM
 *     ciphertext and tag, with the appeal's id in canonical text form as associated data
 */
public record SealedContact(String keyId, String box) {}
