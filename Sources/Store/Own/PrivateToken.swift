import CSodium
import Ecosystem

/// Secrets that open what a visitor keeps: 128 random bits as 32 hexadecimal digits.
public enum PrivateToken {
    /// A new one.
    public static func random() -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        randombytes_buf(&bytes, bytes.count)
        let digits: [Character] = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    /// Whether a text could be one.
    public static func isWellFormed(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// What stands for it where it must not be read: SHA-256 in hexadecimal.
    static func digest(_ token: String) -> String {
        var hash = SHA256Hash()
        hash.add(token)
        return hash.finish()
    }
}
