import Ecosystem
import Indicators
import Kernels

extension StructureTable {
    /// The parameters of studies that take a matrix.
    enum Parameter {
        static let gaps = StudyParameter(
            "gaps",
            .choice([
                .init("regions", Localized("leave out regions with a missing cell", "去掉有缺项的地区")),
                .init("industries", Localized("leave out industries with a missing cell", "去掉有缺项的行业")),
            ]),
            title: Localized("Missing cells", "缺项"),
            help: Localized(
                "What is left out of a matrix with missing cells; a missing cell is never a zero",
                "矩阵有缺项时去掉什么；缺项不等于零"),
            default: .value("regions"))
        static let margin = StudyParameter(
            "margin", .number(0...1e15),
            title: Localized("Rounding of the matrix", "矩阵的舍入误差"),
            help: Localized(
                "How far each number may lie from the true one, such as 0.05 for one decimal; 0 takes numbers as exact",
                "每个数与真值最多相差多少，如保留一位小数取 0.05；0 表示数值精确"),
            default: .value("0"))
        static let benchmark = StudyParameter(
            "benchmark", .text(maximumLength: 200),
            title: Localized("Row to compare with", "基准行"),
            help: Localized(
                "Label of a row of the matrix that holds totals, such as the nation; without one, the sum of the regions",
                "矩阵中作为基准的总量行（如全国）的名称；不填则以各地区之和为基准"))
        static let year = StudyParameter(
            "year", .integer(1900...2100),
            title: Localized("Year", "年份"),
            help: Localized(
                "Year of the printed figures; the latest that has them all where none is given",
                "所印数字的年份；不填取数字齐全的最近一年"))
    }

    /// A matrix that was given.
    ///
    /// - Throws: every number that cannot be measured, and a benchmark that is no row or smaller than its regions.
    static func supplied(_ matrix: RegionMatrix, _ parameters: ParameterValues) throws(StudyProblem)
        -> StructureTable
    {
        let gap = parameters.text("gaps").flatMap(IndustryTable.Gap.init(rawValue:)) ?? .regions
        let margin = parameters.number("margin") ?? 0
        var regions = Array(matrix.regions.indices)
        var totals: Int?
        if let name = parameters.text("benchmark") {
            guard let row = matrix.regions.firstIndex(of: name) else {
                throw StudyProblem(
                    Localized(
                        "benchmark: the matrix has no row “\(name)”; its rows are "
                            + matrix.regions.prefix(20).joined(separator: ", "),
                        "benchmark：矩阵没有“\(name)”这一行；各行为"
                            + matrix.regions.prefix(20).joined(separator: "、")),
                    parameter: "benchmark")
            }
            totals = row
            regions.remove(at: row)
        }
        let label = { (text: String) in Label(id: text, name: Localized(same: text)) }
        do {
            let part = try rows(regions, of: matrix)
            let known = try IndustryTable.known(of: part, leavingOut: gap, margin: margin)
            let isLeft = !known.regions.isEmpty && !known.industries.isEmpty
            guard isLeft || regions.isEmpty || matrix.industries.isEmpty else { throw nothingLeft(gap) }
            let benchmark = try totals.map { row -> [Bounded] in
                let whole = try IndustryTable.known(
                    of: rows([row], of: matrix), leavingOut: .industries, margin: margin)
                guard Set(known.industries).isSubset(of: whole.industries) else {
                    throw InputProblems([.empty(list: Localized("benchmark", "基准"))])
                }
                return known.industries.compactMap { column in
                    whole.industries.firstIndex(of: column).map { whole.table[0, $0] }
                }
            }
            return StructureTable(
                regions: regions.map { label(matrix.regions[$0]) }, industries: matrix.industries.map(label),
                table: known.table, rows: known.regions, columns: known.industries, benchmark: benchmark,
                benchmarkName: totals.map { label(matrix.regions[$0]) }, shares: nil,
                origin: origin(of: matrix), period: nil)
        } catch let problems as InputProblems {
            throw problem(problems, in: matrix, rows: regions)
        } catch let problem as StudyProblem {
            throw problem
        } catch {
            throw StudyProblem(Localized(same: "\(error)"), parameter: "matrix")
        }
    }

    /// Every region, or every industry, has a missing cell.
    private static func nothingLeft(_ gap: IndustryTable.Gap) -> StudyProblem {
        let (all, other) = gap == .regions ? ("region", "industries") : ("industry", "regions")
        let (own, rest) = gap == .regions ? ("地区", "行业") : ("行业", "地区")
        return StudyProblem(
            Localized(
                "every \(all) of the matrix has a missing cell, and none is left; fill cells (0 where there is nothing) or ask with gaps "
                    + other,
                "矩阵的每个\(own)都有缺项，全部被去掉；请补全（确实没有时填 0），或把“缺项”设为去掉\(rest)"),
            parameter: "gaps")
    }

    private static func rows(_ rows: [Int], of matrix: RegionMatrix) throws(InputProblems) -> RegionMatrix {
        let part = RegionMatrix(
            name: matrix.name, regions: rows.map { matrix.regions[$0] }, industries: matrix.industries,
            values: rows.flatMap { row in matrix.industries.indices.map { matrix[row, $0] } },
            basis: matrix.basis, source: matrix.source)
        guard let part else { throw InputProblems([.empty(list: Localized("matrix", "矩阵"))]) }
        return part
    }

    private static func origin(of matrix: RegionMatrix) -> Origin {
        let name = matrix.name.isEmpty ? Localized("matrix", "矩阵") : Localized(same: matrix.name)
        return Origin(
            basis: matrix.givenBasis,
            note: Localized(
                "computed from the numbers that were given (\(name.en)); they are taken as they are",
                "由所给数据（\(name.zh)）计算；数据按原样采用"))
    }

    /// Problems of numbers, with the names of their rows and columns.
    static func problem(_ problems: InputProblems, in matrix: RegionMatrix, rows: [Int]) -> StudyProblem {
        StudyProblem(
            problems.problems.map { problem in
                var place: Localized?
                switch problem {
                case .negative(let row, let column, _), .notFinite(let row, let column):
                    if rows.indices.contains(row), matrix.industries.indices.contains(column) {
                        place = Localized(
                            "\(matrix.regions[rows[row]]), \(matrix.industries[column]): ",
                            "\(matrix.regions[rows[row]])·\(matrix.industries[column])：")
                    }
                default: break
                }
                let words = place.map { $0 + problem.label } ?? problem.label
                return StudyProblem.Detail(parameter: "matrix", message: words)
            })
    }
}
