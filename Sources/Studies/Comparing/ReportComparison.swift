public import Ecosystem
public import Reporting

/// Two reports side by side: what was asked differently, and what came out differently.
///
/// Figures are matched by their label, tables by their id, rows by their leading words. A value that only one of both
/// has stands beside "not there"; nothing is read as zero.
public struct ReportComparison: Sendable, Equatable {
    /// Something that was asked or given, with both values.
    public struct Setting: Sendable, Equatable {
        /// What it is.
        public var name: Localized
        /// The first report's value; `nil` where it has none.
        public var left: Localized?
        /// The second report's value; `nil` where it has none.
        public var right: Localized?
    }

    /// A key figure of both reports.
    public struct FigurePair: Sendable, Equatable {
        /// Its label.
        public var label: Localized
        /// The first report's figure.
        public var left: Figure?
        /// The second report's figure.
        public var right: Figure?
        /// Second minus first, where both are numbers of one unit.
        public var difference: Double?
    }

    /// One cell that differs, or a row that only one report has.
    public struct RowChange: Sendable, Equatable {
        /// The row's leading words.
        public var row: Cell
        /// The column; `nil` where the whole row is only in one report.
        public var column: Table.Column?
        /// The first report's cell.
        public var left: Cell?
        /// The second report's cell.
        public var right: Cell?
    }

    /// A table of both reports.
    public struct TablePair: Sendable, Equatable {
        /// Its id.
        public var id: String
        /// Its title.
        public var title: Localized
        /// What differs, in the order of the first table's rows, then rows of the second alone.
        public var changes: [RowChange]
        /// Rows that are in both and equal.
        public var equalRows: Int
        /// Which report has the table at all, where only one has.
        public var onlyIn: Side?
    }

    /// One of both reports.
    public enum Side: String, Sendable, Codable {
        case left, right
    }

    /// What was asked differently: study, package, parameters, scenario, seed.
    public var settings: [Setting]
    /// Key figures that differ.
    public var figures: [FigurePair]
    /// Every key figure of either report.
    public var allFigures: [FigurePair]
    /// Key figures that are equal.
    public var equalFigures: Int
    /// Tables in which something differs, and those that only one report has.
    public var tables: [TablePair]
    /// Tables that are equal.
    public var equalTables: Int

    /// Whether both say the same.
    public var isEmpty: Bool { figures.isEmpty && tables.isEmpty }

    /// Compares two reports.
    ///
    /// - Complexity: O(cells).
    public init(_ left: Report, _ right: Report) {
        settings = ReportComparison.settings(left, right)
        let pairs = ReportComparison.figures(left, right)
        allFigures = pairs
        figures = pairs.filter { $0.left?.value != $0.right?.value || $0.left?.unit != $0.right?.unit }
        equalFigures = pairs.count - figures.count
        let tables = ReportComparison.tables(left, right)
        self.tables = tables.filter { !$0.changes.isEmpty || $0.onlyIn != nil }
        equalTables = tables.count - self.tables.count
    }

    // MARK: What was asked

    private static func settings(_ left: Report, _ right: Report) -> [Setting] {
        var all: [(Localized, String?, String?)] = [
            (Localized("Study", "研究"), left.study, right.study),
            (Localized("Version of the study", "研究版本"), left.version, right.version),
            (
                Localized("Data package", "数据包"), "\(left.package.id) \(left.package.version)",
                "\(right.package.id) \(right.package.version)"
            ),
            (
                Localized("SHA-256", "SHA-256"), String(left.package.fingerprint.prefix(16)),
                String(right.package.fingerprint.prefix(16))
            ),
            (
                Localized("Compared with", "对比"), names(left.compared), names(right.compared)
            ),
            (Localized("Scenario", "情景"), left.scenario, right.scenario),
            (Localized("Given numbers", "另给数据"), left.supplied?.name, right.supplied?.name),
            (Localized("Seed", "种子"), left.seed.map { "\($0)" }, right.seed.map { "\($0)" }),
        ]
        for id in Set(left.parameters.keys).union(right.parameters.keys).sorted() {
            all.append(
                (Localized("Parameter \(id)", "参数 \(id)"), left.parameters[id], right.parameters[id]))
        }
        return all.compactMap { name, left, right in
            left == right
                ? nil
                : Setting(
                    name: name, left: left.map { Localized(same: $0) },
                    right: right.map { Localized(same: $0) })
        }
    }

    private static func names(_ stamps: [PackageStamp]) -> String? {
        stamps.isEmpty ? nil : stamps.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
    }

    // MARK: Figures

    private static func figures(_ left: Report, _ right: Report) -> [FigurePair] {
        let (first, second) = (figures(of: left), figures(of: right))
        var used: Set<Int> = []
        var pairs: [FigurePair] = first.map { figure in
            let place = second.indices.first { !used.contains($0) && second[$0].label == figure.label }
            if let place { used.insert(place) }
            return pair(figure, place.map { second[$0] })
        }
        for place in second.indices where !used.contains(place) { pairs.append(pair(nil, second[place])) }
        return pairs
    }

    private static func figures(of report: Report) -> [Figure] {
        report.blocks.flatMap { block -> [Figure] in
            if case .figures(let figures) = block { figures } else { [] }
        }
    }

    private static func pair(_ left: Figure?, _ right: Figure?) -> FigurePair {
        var difference: Double?
        if case .number(let first)? = left?.value, case .number(let second)? = right?.value,
            left?.unit == right?.unit, first.qualifier.isEmpty, second.qualifier.isEmpty
        {
            difference = second.value - first.value
        }
        return FigurePair(
            label: left?.label ?? right?.label ?? Localized(same: ""), left: left, right: right,
            difference: difference)
    }
}
