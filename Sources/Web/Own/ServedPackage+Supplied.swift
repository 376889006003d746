import DataPackages
import Ecosystem
import Studies

extension ServedPackage {
    /// What an item or member `supplied` may say.
    static let suppliedWords = ComputingInput.Kind.allCases.map(\.rawValue) + ["none"]

    /// The matrix, table or network that a study computes with: the one that is asked, else the first that the study takes
    /// and the package has; `nil` for none.
    ///
    /// - Throws: `StudyProblem` where one is asked that is not there.
    func input(for study: StudyDescription, asked: String?) throws(StudyProblem) -> ComputingInput? {
        guard let asked else { return study.takes.compactMap { supplied[$0]?.input }.first }
        guard asked != "none" else { return nil }
        guard let kind = ComputingInput.Kind(rawValue: asked) else {
            let known = ServedPackage.suppliedWords.joined(separator: ", ")
            throw StudyProblem(
                Localized(
                    "supplied: “\(asked.prefix(40))” is none of \(known)",
                    "supplied：“\(asked.prefix(40))”不在可选值中：\(known)"),
                parameter: "supplied")
        }
        guard let loaded = supplied[kind] else {
            throw StudyProblem(
                Localized(
                    "supplied: this package has no \(kind.label.en); upload one under own data",
                    "supplied：此数据包没有\(kind.label.zh)；请在“我的数据”中上传"), parameter: "supplied")
        }
        return loaded.input
    }
}
