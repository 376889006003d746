import ChainAnalysis
import Ecosystem

extension Overlap {
    /// Compares two rows of a matrix: columns `cargo/…` are what they handle, `from/…` where it comes from.
    static func result(_ matrix: RegionMatrix, _ parameters: ParameterValues) throws(StudyProblem) -> Result {
        let rows = try rows(of: matrix, parameters.text("rows"))
        var problems: [StudyProblem.Detail] = []
        for (place, value) in matrix.values.enumerated() {
            guard let value, !(value >= 0 && value.isFinite) else { continue }
            let (row, column) = (
                matrix.regions[place / matrix.industries.count],
                matrix.industries[place % matrix.industries.count]
            )
            problems.append(
                StudyProblem.Detail(
                    parameter: "matrix",
                    message: Localized(
                        "row “\(row)”, column “\(column)”: \(value) is no amount; give a number of 0 or more",
                        "第“\(row)”行“\(column)”列：\(value) 不是数量；应为不小于 0 的数")))
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        var shares: [Result.Shares] = []
        for group in ["cargo", "from"] {
            let columns = matrix.industries.indices.filter {
                Overlap.group(of: matrix.industries[$0]) == group
            }
            let numbers = rows.map { row in columns.map { matrix[row, $0] } }
            guard let found = ShareOverlap(numbers[0], numbers[1]) else { continue }
            shares.append(
                Result.Shares(
                    group: group,
                    columns: found.entries.map { Overlap.name(of: matrix.industries[columns[$0]]) },
                    first: found.first, second: found.second, missing: found.missing, cosine: found.cosine,
                    commonPart: found.commonPart, difference: found.difference))
        }
        func side(_ row: Int) -> Result.Side {
            Result.Side(
                id: matrix.regions[row], region: nil, kind: nil, focus: [], functions: [], cargo: [],
                segments: [],
                sites: [], anchors: [], figures: [], point: nil)
        }
        var result = Result(
            source: "matrix", first: side(rows[0]), second: side(rows[1]), sharing: [],
            similarity: shares.first { $0.group == "cargo" }?.cosine,
            sharedHinterland: shares.first { $0.group == "from" }?.cosine, pattern: .unknown, hinterland: nil,
            stated: Result.Stated(competes: [], cooperates: [], links: [], problems: []), shares: shares,
            compare: [])
        result.pattern = pattern(result, parameters)
        return result
    }

    private static func rows(of matrix: RegionMatrix, _ text: String?) throws(StudyProblem) -> [Int] {
        let names = (text ?? "").split { $0 == ";" || $0 == "；" }.map { $0.trimmingBlanks }
        let known = matrix.regions.prefix(20).joined(separator: ", ")
        let found =
            names.isEmpty
            ? Array(matrix.regions.indices.prefix(2)) : names.compactMap(matrix.regions.firstIndex)
        guard found.count == 2, found[0] != found[1], names.isEmpty || names.count == 2 else {
            throw StudyProblem(
                Localized(
                    "rows: two different rows of the matrix are needed, “;” between; its rows are \(known)",
                    "rows：需要矩阵中两个不同的行，用“;”分隔；各行为 \(known)"), parameter: "rows")
        }
        return found
    }

    /// `from` for columns that begin so, else `cargo`.
    private static func group(of column: String) -> String { column.hasPrefix("from/") ? "from" : "cargo" }

    private static func name(of column: String) -> String {
        for prefix in ["from/", "cargo/"] where column.hasPrefix(prefix) {
            return String(column.dropFirst(prefix.count))
        }
        return column
    }
}

extension Substring {
    /// Without blanks at both ends.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
