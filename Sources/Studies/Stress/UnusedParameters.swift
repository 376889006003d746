import Ecosystem
import Reporting

/// What was given and changes nothing where it was asked, with the reason: said as a finding, so that nobody takes an answer for one that it is
/// not. A parameter counts as given where it has another value than its default.
struct UnusedParameters {
    /// Why something is not used. The raw value is the code of the finding.
    enum Reason: String, CaseIterable {
        case otherShocks = "unused-shocks"
        case scenarioShocks = "unused-beside-scenario"
        case networkShocks = "unused-beside-shocks-csv"
        case namedShocks = "unused-beside-what"
        case input = "unused-beside-input"
        case noSamples = "unused-without-samples"
        case samples = "unused-with-samples"
        case table = "unused-with-table"
        case jobs = "unused-beside-jobs"
        case noDate = "unused-without-date"
        case noSites = "unused-without-sites"
        case openMode = "unused-in-open-mode"
        case relative = "unused-beside-relative-tolerance"
        case bill = "unused-without-money"
        case measures = "unused-beside-measures"
        case noPrice = "unused-without-cost"

        /// Why, for readers.
        var why: Localized {
            switch self {
            case .otherShocks:
                Localized(
                    "What stops is said elsewhere, or the study asks of every firm alone",
                    "停摆对象另有指定，或该研究逐一考察各企业")
            case .scenarioShocks:
                Localized(
                    "The shocks of the scenario have their own start, length, depth and recovery",
                    "情景中的冲击自带开始日、时长、深度与恢复时长")
            case .networkShocks:
                Localized("Each row of shocks.csv says how deep it is", "shocks.csv 各行自带深度")
            case .namedShocks:
                Localized("What stops is named, or no shocks.csv is there", "停摆对象已指定，或没有 shocks.csv")
            case .input:
                Localized(
                    "Networks are drawn only where none is given; leave out the network or table to draw some",
                    "仅在未提供网络时抽样；如需抽样请去掉网络或投入产出表")
            case .noSamples:
                Localized("Networks are drawn only where samples says how many", "仅在 samples 指定个数时抽样")
            case .samples:
                Localized("Drawn networks are asked of groups of firms, in money", "抽样网络按企业整体、以金额提问")
            case .table:
                Localized(
                    "A table of sectors has no firms, sites, jobs or sources abroad", "部门表没有企业、站点、就业与境外来源")
            case .jobs:
                Localized("The network has a column of jobs", "网络自带就业列")
            case .noDate:
                Localized("Notifications are written only with the date of day 0", "仅在填写首日日期时生成通知")
            case .noSites:
                Localized(
                    "No site of this network has a number that a notification could name",
                    "此网络没有带编号的站点，无法生成通知")
            case .openMode:
                Localized("Only peer mode iterates in full or not", "仅同行形式区分是否完整迭代")
            case .relative:
                Localized("The relative tolerance is given", "已给出相对容许误差")
            case .bill:
                Localized("The links of this network are units that are needed, not money", "此网络的连线为用量而非金额")
            case .measures:
                Localized("The network names its own measures and their costs", "网络自带措施及其费用")
            case .noPrice:
                Localized("No kind of measure has a cost", "没有任何一类措施给出费用")
            }
        }
    }

    private let input: StudyInput
    private let defaults: [String: String]
    /// The findings so far, in the order of their rules.
    private(set) var findings: [FirmRisk.Result.Finding] = []

    /// Asks which of a study's parameters were given.
    init(_ description: StudyDescription, _ input: StudyInput) {
        self.input = input
        defaults = (try? ParameterValues.resolve([:], for: description, on: input.model))?.texts ?? [:]
    }

    /// Whether a parameter has another value than its default.
    func isGiven(_ id: String) -> Bool {
        input.parameters.text(id).map { $0 != defaults[id] } ?? false
    }

    /// Notes those of these parameters that were given, where the reason holds.
    mutating func note(_ reason: Reason, _ ids: [String], where holds: Bool = true) {
        let given = holds ? ids.filter(isGiven) : []
        if !given.isEmpty { findings.append(.init(reason.rawValue, given)) }
    }

    /// Notes the shocks of the scenario, by what they stop, where they are not used.
    mutating func noteShocks(where holds: Bool = true) {
        let shocks = holds ? input.scenario?.shocks.map(\.what) ?? [] : []
        if !shocks.isEmpty { findings.append(.init(Reason.otherShocks.rawValue, shocks)) }
    }

    /// What a finding says to readers; `nil` where it is about something else.
    static func note(_ finding: FirmRisk.Result.Finding) -> Note? {
        guard let reason = Reason(rawValue: finding.code) else { return nil }
        let items = FindingWords(finding).named ?? Localized(same: "")
        let title =
            reason == .otherShocks
            ? Localized("Shocks of the scenario are not used: \(items.en)", "未使用情景中的冲击：\(items.zh)")
            : Localized("Given, but not used here: \(items.en)", "已填写但此处未使用：\(items.zh)")
        return Note(.warning, title, Localized(reason.why.en + ".", reason.why.zh + "。"))
    }

    /// The notes of those findings that say what is not used.
    static func notes(_ findings: [FirmRisk.Result.Finding]) -> [Note] { findings.compactMap { note($0) } }
}
