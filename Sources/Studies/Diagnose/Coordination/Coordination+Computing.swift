import Ecosystem
import Indicators
import Kernels

extension Coordination {
    /// Counts the four sub-indices, or judges the rows of a matrix.
    public func result(on input: StudyInput) throws -> Result {
        if case .matrix(let matrix) = input.supplied {
            return Result(
                indices: [], together: nil, rows: try Coordination.rows(matrix), region: nil)
        }
        let model = input.model
        let tree = RegionTree(model)
        let indices = [
            Coordination.mechanisms(model, tree), Coordination.gradient(model),
            Coordination.complementarity(model, tree), Coordination.symbiosis(model),
        ]
        let scores = indices.compactMap(\.value)
        let together =
            scores.count == indices.count
            ? try Coordination.coupled(scores, name: tree.region?.text ?? "") : nil
        return Result(indices: indices, together: together, rows: [], region: tree.region)
    }

    /// Coupling coordination of scores in both forms.
    static func coupled(_ scores: [Double], name: String) throws(InputProblems) -> Result.Coupling {
        let bounded = scores.map { Bounded($0) }
        let classic = try CouplingCoordination.run(on: bounded)
        let corrected = try CouplingCoordination.run(on: bounded, form: .corrected)
        return Result.Coupling(
            name: name, coupling: classic.coupling.value, development: classic.development.value,
            coordination: classic.coordination.value, couplingCorrected: corrected.coupling.value,
            coordinationCorrected: corrected.coordination.value)
    }

    private static func rows(_ matrix: RegionMatrix) throws(StudyProblem) -> [Result.Coupling] {
        var rows: [Result.Coupling] = []
        var problems: [StudyProblem.Detail] = []
        for (row, region) in matrix.regions.enumerated() {
            var scores: [Double] = []
            for (column, industry) in matrix.industries.enumerated() {
                guard let score = matrix[row, column], (0...1).contains(score) else {
                    let shown = matrix[row, column].map { "\($0)" }
                    problems.append(
                        StudyProblem.Detail(
                            parameter: "matrix",
                            message: Localized(
                                "\(matrix.name), row “\(region)”, column “\(industry)”: "
                                    + (shown.map { "\($0) is no score" } ?? "there is no score")
                                    + "; scores lie from 0 to 1, each cell filled",
                                "\(matrix.name) 的“\(region)”行“\(industry)”列："
                                    + (shown.map { "\($0) 不是得分" } ?? "缺少得分") + "；得分应为 0 到 1，且每格必填")))
                    continue
                }
                scores.append(score)
            }
            guard scores.count == matrix.industries.count else { continue }
            do {
                rows.append(try coupled(scores, name: region))
            } catch {
                problems.append(
                    StudyProblem.Detail(
                        parameter: "matrix",
                        message: Localized("\(region): \(error)", "\(region)：\(error)")))
            }
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        return rows
    }

    private static func mechanisms(_ model: EcosystemModel, _ tree: RegionTree) -> Result.Index {
        let all = model.all(Policy.self).filter { policy in
            Terms.mechanisms.contains(policy.instrument ?? "") && tree.place(of: policy.region) == nil
                && policy.region != nil && tree.isInside(policy.region)
        }
        let working = all.filter { $0.record.factState == .actual && Terms.working.contains($0.status ?? "") }
        return share("coordination", working.map(\.id.text), of: all.map(\.id.text))
    }

    private static func symbiosis(_ model: EcosystemModel) -> Result.Index {
        let all = model.records(of: .byproductFlow).filter {
            Terms.loops.contains($0.text("loop_level") ?? "")
        }
        let running = all.filter { $0.factState == .actual }
        return share("symbiosis", running.map(\.id), of: all.map(\.id))
    }

    private static func share(_ id: String, _ counted: [String], of all: [String]) -> Result.Index {
        let value = all.isEmpty ? nil : Double(counted.count) / Double(all.count)
        return Result.Index(id: id, value: value, low: value, high: value, counted: counted, outOf: all)
    }

    /// From the tertiary shares of the last year that all places have.
    private static func gradient(_ model: EcosystemModel) -> Result.Index {
        let reader = StructureReader(model, isByCell: false)
        for year in reader.years.reversed() {
            let points = reader.places.compactMap { reader.shares(of: $0, in: year).parts[.tertiary] }
            guard points.count == reader.places.count, points.count > 1,
                let least = points.min(by: { $0.value.value < $1.value.value }),
                let most = points.max(by: { $0.value.value < $1.value.value }), most.value.low > 0
            else { continue }
            return Result.Index(
                id: "gradient", value: 1 - least.value.value / most.value.value,
                low: max(0, 1 - least.value.high / most.value.low),
                high: 1 - least.value.low / most.value.high,
                counted: Set([least, most].flatMap(\.origin.records)).sorted(),
                outOf: Set(points.flatMap(\.origin.records)).sorted())
        }
        return Result.Index(id: "gradient", value: nil, low: nil, high: nil, counted: [], outOf: [])
    }

    /// From what documents call strong in each place.
    private static func complementarity(_ model: EcosystemModel, _ tree: RegionTree) -> Result.Index {
        var strong: [RegionID: Set<SegmentID>] = [:]
        var records: [String] = []
        for assessment in model.all(Assessment.self)
        where assessment.strength == "strong" && assessment.record.factState == .actual {
            guard let place = tree.place(of: assessment.region), let segment = assessment.segment else {
                continue
            }
            strong[place, default: []].insert(segment)
            records.append(assessment.id.text)
        }
        let places = tree.places.filter { strong[$0] != nil }
        var overlaps: [Double] = []
        var shared: Set<SegmentID> = []
        for (index, one) in places.enumerated() {
            for other in places.dropFirst(index + 1) {
                guard let left = strong[one], let right = strong[other] else { continue }
                let both = left.intersection(right)
                shared.formUnion(both)
                overlaps.append(Double(both.count) / Double(left.union(right).count))
            }
        }
        let value = overlaps.isEmpty ? nil : 1 - overlaps.compensatedSum / Double(overlaps.count)
        let counted = model.all(Assessment.self).filter { assessment in
            records.contains(assessment.id.text) && assessment.segment.map { !shared.contains($0) } == true
        }
        return Result.Index(
            id: "complementarity", value: value, low: value, high: value, counted: counted.map(\.id.text),
            outOf: records)
    }
}
