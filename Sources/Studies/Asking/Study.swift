public import Ecosystem
import Foundation
import Kernels
public import Reporting

/// A question that can be asked of an ecosystem: written once, it is a command, a page with a form, and an
/// operation of the API.
///
/// A study is a value without state. `result` computes, `draft` lays the answer out; neither touches files, clocks
/// or the network, and both give the same for the same input.
public protocol Study: Sendable {
    /// What the study finds, with the documented keys of its JSON form.
    associatedtype Result: Codable & Sendable

    /// What it asks, with which parameters, by which methods.
    var description: StudyDescription { get }

    /// Computes the answer.
    ///
    /// - Throws: ``StudyProblem`` where the input cannot be used, with what to do; ``StudyCancelled`` where
    ///   `input.progress` says so. "No answer" (nothing found, infeasible) is a result, not an error.
    func result(on input: StudyInput) throws -> Result

    /// Lays an answer out in blocks, answer first.
    func draft(of result: Result, on input: StudyInput) throws -> ReportDraft

    /// Computes the answer and lays it out. A study whose page shows more than its result holds has its own, so that nothing is
    /// computed twice; it gives what `result` and `draft` give.
    func answer(on input: StudyInput) throws -> (result: Result, draft: ReportDraft)

    /// Values that a form offers for a parameter that holds a text, with words for each; none where nothing is said.
    func suggestions(
        for parameter: String, on model: EcosystemModel, supplied: ComputingInput?
    ) -> [(value: String, label: Localized)]
}

extension Study {
    /// No suggestions.
    public func suggestions(
        for parameter: String, on model: EcosystemModel, supplied: ComputingInput?
    ) -> [(value: String, label: Localized)] { [] }
}

/// An answer laid out, before it is stamped with package, parameters and version.
public struct ReportDraft: Sendable {
    /// Title of this answer.
    public var title: Localized
    /// The answer in one sentence, with its number.
    public var answer: Localized
    /// The blocks in order of importance.
    public var blocks: [Block]
    /// Files beside the report.
    public var files: [ReportFile]
    /// Whether the computation was stopped before its end.
    public var isPartial: Bool
    /// The seed by which numbers were drawn; `nil` where none were.
    public var seed: UInt64?

    /// A draft.
    public init(
        title: Localized, answer: Localized, blocks: [Block], files: [ReportFile] = [],
        isPartial: Bool = false, seed: UInt64? = nil
    ) {
        self.title = title
        self.answer = answer
        self.blocks = blocks
        self.files = files
        self.isPartial = isPartial
        self.seed = seed
    }
}

extension Study {
    /// The study's id, such as `chain`.
    public var id: String { description.id }

    /// The result, then its draft.
    public func answer(on input: StudyInput) throws -> (result: Result, draft: ReportDraft) {
        let result = try result(on: input)
        return (result, try draft(of: result, on: input))
    }

    /// The draft with names of records for their ids, where the numbers are those of a network.
    func named(_ draft: ReportDraft, on input: StudyInput) -> ReportDraft {
        description.takes.contains(.network) ? RecordNaming(input.model).named(draft) : draft
    }

    /// Asks the question and returns the stamped report.
    public func report(on input: StudyInput) throws -> Report {
        // The stamps hash all content: that is done beside the answer where there is a second core. A scenario's hash is not kept.
        let (answered, _) = WorkQueue.both(
            threads: ProcessInfo.processInfo.activeProcessorCount,
            { Swift.Result { try answer(on: input) } },
            { (input.scenario == nil ? input.model.fingerprint : nil, input.supplied?.fingerprint) })
        let (result, plain) = try answered.get()
        let supplied = input.supplied.map { SuppliedStamp($0) }
        var draft = named(plain, on: input).telling(.standIns(supplied))
        if case .matrix(let matrix)? = input.supplied { draft = draft.telling(.madeUp(matrix)) }
        return Report(
            study: description.id, version: description.version, title: draft.title, answer: draft.answer,
            package: PackageStamp(input.model), compared: input.others.map { PackageStamp($0) },
            scenario: input.scenario?.title, applied: input.scenario,
            supplied: supplied, parameters: input.parameters.texts, seed: input.seed ?? draft.seed,
            isPartial: draft.isPartial, result: try JSONValue(encoding: result), blocks: draft.blocks,
            files: draft.files)
    }
}
