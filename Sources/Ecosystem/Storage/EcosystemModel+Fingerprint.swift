import CSodium

extension EcosystemModel {
    /// SHA-256 of the canonical content, in lower-case hexadecimal.
    ///
    /// Canonical: per kind in the order of the tables, records sorted by id, stated fields in the order of the
    /// columns as `name`, length, text. Two packages with the same statements have the same fingerprint, whatever
    /// the order of their rows. A scenario's fingerprint is that of the changed content.
    /// - Complexity: O(n log n) on first use for a base, then O(1); O(n log n) for a scenario.
    public var fingerprint: String {
        overlay.isEmpty ? base.fingerprint { computeFingerprint() } : computeFingerprint()
    }

    private func computeFingerprint() -> String {
        var hash = SHA256Hash()
        hash.add("\(identity.id)\n\(identity.version)\n")
        for kind in RecordKind.allCases where count(of: kind) > 0 {
            let columns = columns(of: kind)
            hash.add("#\(kind.table)\n")
            var rows = records(of: kind).map { ($0.id, $0.reference) }
            rows.sort { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
            for (_, place) in rows {
                for (column, name) in columns.enumerated() {
                    let text = cell(place, column)
                    if !text.isEmpty { hash.add("\(name.rawValue) \(text.utf8.count) \(text)\n") }
                }
                hash.add("\n")
            }
        }
        return hash.finish()
    }
}

/// SHA-256 by libsodium, fed piece by piece.
public struct SHA256Hash {
    private var state = crypto_hash_sha256_state()

    /// An empty hash.
    public init() { crypto_hash_sha256_init(&state) }

    /// Adds a text as UTF-8.
    public mutating func add(_ text: String) {
        var copy = text
        copy.withUTF8 { bytes in _ = crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
        }
    }

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) {
        _ = crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
    }

    /// The digest in lower-case hexadecimal.
    public mutating func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        crypto_hash_sha256_final(&state, &digest)
        let digits: [Character] = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
