import Foundation

/// The vectors and payloads of `Fixtures/platform`; where they come from says `Fixtures/platform/ORIGIN.md`.
enum PlatformFixtures {
    static let root: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appending(path: "Fixtures/platform")
    }()

    static func decoded<Value: Decodable>(_ type: Value.Type, _ file: String) throws -> Value {
        try JSONDecoder().decode(type, from: try Data(contentsOf: root.appending(path: file)))
    }

    static func vectors() throws -> Vectors { try decoded(Vectors.self, "test-vectors.json") }

    struct Vectors: Decodable {
        struct Match: Decodable {
            var scenario: Int
            var demand, actual, maximum: Double
            var result, color, hex: String
        }
        struct WeekLine: Decodable {
            var week: String
            var rawDemand, delta, comparedDemand, actual, maximum, flexible: Double
            var result, color: String
        }
        struct Deviation: Decodable {
            struct Case: Decodable {
                var latest, previous, absolute: Double
                var relative: Double?
            }
            struct Thresholds: Decodable {
                var relativePositive, relativeNegative, absolutePositive, absoluteNegative: Double
            }
            var cases: [Case]
            var thresholds: Thresholds
            var alert: [Bool]
        }
        struct Supply: Decodable {
            struct Day: Decodable {
                var day: Int
                var projectedStock, daysOfSupply: Double
            }
            var stock: Double
            var consumed, added: [Double]
            var result: [Day]
        }
        var dcmMatching: [Match]
        var dcmWeekComparison: [WeekLine]
        var demandDeviation: Deviation
        var daysOfSupply: Supply
    }

    struct Damaged: Decodable {
        var file, model, reason: String
    }

    static func damaged(_ model: String) throws -> [Damaged] {
        try decoded([Damaged].self, "invalid/index.json").filter { $0.model == model }
    }
}
