import Ecosystem
import Kernels

/// Models with arbitrary cells, by seed: valid in shape, not in sense.
enum RandomModel {
    private static let pieces: [String] = [
        "a", "Z", "0", "9", ".", "-", "_", " ", ",", "\"", ";", "'", "=", "+", "@", "\n", "\r\n", "\t", "京",
        "津", "冀",
        "＝", "é", "🚗", "<", "&", ">", "\u{FEFF}", "_x000D_", "1e5", "007", "TRUE", "#N/A", "39.80",
        "https://a.b/c",
    ]

    /// A model in which every kind has a few records, with extra columns here and there.
    static func make(seed: UInt64) -> EcosystemModel {
        var generator = SeededGenerator(seed: seed)
        func below(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: "random-\(seed)", title: Localized("Random \(seed)", "随机 \(seed)"), version: "1.\(seed)"))
        for kind in RecordKind.allCases {
            let schema = EcosystemSchema.schema(of: kind)
            let extras: [FieldName] = below(3) == 0 ? ["source_lon", "备注二"] : []
            builder.table(kind, extra: extras)
            for number in 0..<(1 + below(6)) {
                var row = ["\(kind.rawValue).\(number)"]
                for _ in 1..<(schema.fields.count + extras.count) {
                    guard below(3) > 0 else {
                        row.append("")
                        continue
                    }
                    var text = ""
                    for _ in 0..<(1 + below(8)) { text += pieces[below(pieces.count)] }
                    row.append(text)
                }
                builder.add(kind, row: row)
            }
        }
        return builder.build()
    }
}
