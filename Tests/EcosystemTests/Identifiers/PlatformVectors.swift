import Foundation

/// The expected results in `Fixtures/platform/test-vectors.json`, computed from the published rules.
struct PlatformVectors: Decodable {
    struct Invalid: Decodable {
        let code: String
        let why: String
    }

    struct CreditCodes: Decodable {
        let weights: [Int]
        let alphabet: String
        let valid: [String]
        let invalid: [Invalid]
    }

    struct PartnerNumbers: Decodable {
        let valid: [String]
        let knownMismatch: String
    }

    /// Latitude, longitude pairs.
    struct Place: Decodable {
        let name: String
        let wgs84: [Double]
        let gcj02: [Double]
        let bd09: [Double]
    }

    let uscc: CreditCodes
    let bpn: PartnerNumbers
    let gcj02: [Place]

    static func load(from file: String = #filePath) throws -> PlatformVectors {
        var root = URL(fileURLWithPath: file)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let data = try Data(contentsOf: root.appendingPathComponent("Fixtures/platform/test-vectors.json"))
        return try JSONDecoder().decode(PlatformVectors.self, from: data)
    }
}
