import Ecosystem
import Foundation
public import Reporting

/// A study whose scenarios do not depend on each other, so that parts of them can be computed apart and joined.
public protocol ShardedStudy: Study {
    /// Joins the results of all parts, given in their order, to that of one run.
    ///
    /// - Throws: ``StudyProblem`` where the parts do not fit together.
    func joined(_ parts: [Result]) throws -> Result

    /// Which part a result is; `nil` where it is a whole.
    func shard(of result: Result) -> StudyShard?
}

extension ShardedStudy {
    /// The report of one run from the reports of its parts, as data, in any order; the same bytes when rendered.
    ///
    /// - Parameter input: the model that the parts rest on; parameters are taken from the parts.
    /// - Throws: ``StudyProblem`` with what does not fit: another study, version, package or input, other parameters, a
    ///   part that is missing or there twice.
    public func report(joining parts: [JSONValue], on input: StudyInput) throws -> Report {
        let stamps = try parts.map { try PartStamp($0) }
        guard let first = stamps.first else {
            throw StudyProblem(Localized("no part was given", "未提供任何部分"))
        }
        var problems: [StudyProblem.Detail] = []
        func refuse(_ en: String, _ zh: String) {
            problems.append(StudyProblem.Detail(parameter: nil, message: Localized(en, zh)))
        }
        if first.version != description.version {
            refuse(
                "the parts are of version \(first.version) of the study, this program has \(description.version); run them again",
                "各部分为研究的 \(first.version) 版，本程序为 \(description.version) 版；请重新运行")
        }
        if first.package != PackageStamp(input.model).fingerprint {
            refuse(
                "the parts rest on another data package than the one given; name theirs with --data",
                "各部分所用数据包与所给不同；请用 --data 指明")
        }
        for (number, stamp) in stamps.enumerated() where stamp != first {
            refuse(
                "part \(number + 1) answers another question than the first",
                "第 \(number + 1) 部分与第 1 部分不是同一问题")
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        let results = try parts.map { part in
            try JSONDecoder().decode(Result.self, from: JSONEncoder().encode(part["result"] ?? .null))
        }
        let ordered = try inOrder(results)
        let whole = try joined(ordered)
        var input = input
        input.parameters = ParameterValues(texts: first.parameters)
        input.seed = first.seed
        let draft = named(try draft(of: whole, on: input), on: input).telling(.standIns(first.supplied))
        return Report(
            study: description.id, version: description.version, title: draft.title, answer: draft.answer,
            package: PackageStamp(input.model), supplied: first.supplied, parameters: first.parameters,
            seed: first.seed, isPartial: draft.isPartial, result: try JSONValue(encoding: whole),
            blocks: draft.blocks, files: draft.files)
    }

    /// The results by the number of their part, each once and none missing.
    private func inOrder(_ results: [Result]) throws -> [Result] {
        let shards = results.map { shard(of: $0) ?? StudyShard(index: 1, count: 1) }
        let count = shards.map(\.count).max() ?? 0
        var places: [Int: Int] = [:]
        var details: [StudyProblem.Detail] = []
        for (place, shard) in shards.enumerated() {
            if shard.count != count {
                details.append(
                    .init(
                        parameter: nil,
                        message: Localized(
                            "part \(shard.index)/\(shard.count) is not one of \(count)",
                            "\(shard.index)/\(shard.count) 不属于 \(count) 个部分")))
            } else if places.updateValue(place, forKey: shard.index) != nil {
                details.append(
                    .init(
                        parameter: nil,
                        message: Localized(
                            "part \(shard.index)/\(count) is there twice", "\(shard.index)/\(count) 出现两次")))
            }
        }
        let missing = (1...max(1, count)).filter { places[$0] == nil }
        if !missing.isEmpty {
            let names = missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
            details.append(
                .init(
                    parameter: nil,
                    message: Localized("missing: \(names); run it with --shard", "缺少 \(names)；请用 --shard 运行"))
            )
        }
        guard details.isEmpty else { throw StudyProblem(details) }
        return places.sorted { $0.key < $1.key }.map { results[$0.value] }
    }
}

/// What two parts of one run have in common.
private struct PartStamp: Equatable {
    var study: String
    var version: String
    var package: String
    var supplied: SuppliedStamp?
    var parameters: [String: String]
    var seed: UInt64?
    var scenario: JSONValue

    init(_ report: JSONValue) throws {
        guard case .string(let study)? = report["study"], case .string(let version)? = report["version"],
            case .string(let package)? = report["package"]?["fingerprint"],
            case .object(let given)? = report["parameters"]
        else {
            throw StudyProblem(
                Localized(
                    "this is no report in JSON; write parts with --format json",
                    "不是 JSON 报告；请用 --format json 输出各部分"))
        }
        self.study = study
        self.version = version
        self.package = package
        parameters = given.compactMapValues { if case .string(let text) = $0 { text } else { nil } }
        switch report["seed"] {
        case .integer(let seed)?: self.seed = UInt64(exactly: seed)
        case .string(let seed)?: self.seed = UInt64(seed)
        default: seed = nil
        }
        scenario = report["scenario"] ?? .null
        if let stamp = report["supplied"], stamp != .null {
            supplied = try? JSONDecoder().decode(SuppliedStamp.self, from: JSONEncoder().encode(stamp))
        }
    }
}
