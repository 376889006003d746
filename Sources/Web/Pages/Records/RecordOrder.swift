import Ecosystem
import Foundation
import Synchronization

/// Records of a kind by name in a language, sorted once per package and kept.
///
/// Chinese names stand in the order of their pinyin, English names as in a dictionary; equal names by id.
enum RecordOrder {
    private struct Key: Hashable {
        let fingerprint: String
        let kind: RecordKind
        let language: Language
    }

    private static let kept = Mutex<[Key: [RecordReference]]>([:])
    /// Orders kept at most; beyond that all are forgotten and made again when they are asked for.
    private static let limit = 512

    /// All records of a kind, sorted.
    ///
    /// - Complexity: O(n log n) comparisons of names at the first call for a package, then O(n).
    static func records(of kind: RecordKind, in model: EcosystemModel, by language: Language) -> [Record] {
        let key = Key(fingerprint: model.fingerprint, kind: kind, language: language)
        let records = model.records(of: kind)
        if let order = kept.withLock({ $0[key] }) {
            let places = Dictionary(
                records.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
            return order.compactMap { places[$0] }
        }
        let locale = Locale(identifier: language == .zh ? "zh_Hans_CN" : "en_US")
        let named = records.map { (record: $0, name: $0.heading[language], id: $0.id) }
        let sorted = named.sorted { left, right in
            switch left.name.compare(
                right.name, options: [.caseInsensitive, .numeric], range: nil, locale: locale)
            {
            case .orderedAscending: true
            case .orderedDescending: false
            case .orderedSame: left.id < right.id
            }
        }
        let order = sorted.map(\.record.reference)
        kept.withLock { orders in
            if orders.count >= limit { orders = [:] }
            orders[key] = order
        }
        return sorted.map(\.record)
    }
}
