import DataPackages
import Ecosystem
import Reporting

/// Findings as a table: level, place, record, and what to do. Data quality and imports show the same.
struct FindingTable {
    let findings: [Finding]
    /// Where records are looked up that findings speak of.
    let model: EcosystemModel

    /// Findings that are listed.
    static let limit = 300

    /// The table, errors first; `nil` where there is nothing to list.
    var table: Table? {
        guard !findings.isEmpty else { return nil }
        let ranked = Finding.Severity.allCases.flatMap { severity in
            findings.filter { $0.severity == severity }
        }
        let shown = ranked.prefix(FindingTable.limit)
        return Table(
            "findings", Localized("Findings", "逐条结果"),
            caption: Localized(
                "The first \(shown.count) of \(ranked.count), errors first",
                "共 \(ranked.count) 条，列出前 \(shown.count) 条，错误在前"),
            columns: [
                Table.Column("severity", Localized("Level", "级别")),
                Table.Column("place", Localized("Place", "位置")),
                Table.Column("record", Localized("Record", "记录")),
                Table.Column("message", Localized("What and what to do", "问题与处理")),
            ],
            rows: shown.map { finding in
                let place = [finding.file, finding.row.map(String.init), finding.column?.rawValue].compactMap
                { $0 }
                let record = finding.recordID.flatMap { model.record(id: $0) }
                return [
                    .text(finding.severity.label), .text(place.joined(separator: ":")),
                    record.map { Cell(.links([Cell.Link($0.heading, kind: $0.kind, id: $0.id)])) }
                        ?? .text(finding.recordID ?? ""), .text(finding.message),
                ]
            }
        ).withoutEmptyColumns
    }
}
