import Ecosystem

/// Collects findings, at most so many a severity, so that a file in which every row is wrong fills no memory.
struct FindingLog {
    /// Kept findings, in the order of their discovery.
    private(set) var findings: [Finding] = []
    private var counts: [Finding.Severity: Int] = [:]
    private let limit: Int

    init(limit: Int) { self.limit = Swift.max(1, limit) }

    mutating func add(_ finding: @autoclosure () -> Finding, severity: Finding.Severity) {
        let count = counts[severity, default: 0] + 1
        counts[severity] = count
        if count <= limit { findings.append(finding()) }
    }

    mutating func add(_ finding: Finding) { add(finding, severity: finding.severity) }

    /// Adds what another log holds behind what this one holds, those that it only counted among them.
    mutating func add(_ other: FindingLog) {
        for (severity, count) in other.counts {
            let before = counts[severity, default: 0]
            for finding in other.findings where finding.severity == severity { add(finding) }
            counts[severity] = before + count
        }
    }

    /// All kept findings in their total order, with a note for each severity of which some were left out.
    func sorted() -> [Finding] {
        var all = findings
        for severity in Finding.Severity.allCases {
            guard let count = counts[severity], count > limit else { continue }
            all.append(
                Finding(
                    severity, file: "datapackage.json",
                    Localized(
                        "\(count - limit) further findings of this severity are not listed; correct the first "
                            + "\(limit) and check again",
                        "另有 \(count - limit) 条同级结果未列出；请先改正前 \(limit) 条再检查")))
        }
        return all.sorted()
    }
}
