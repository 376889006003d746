public import Ecosystem
public import Reporting

/// What a study asks and how.
public struct StudyDescription: Sendable {
    /// The six things that people come for; each study belongs to one.
    public enum Verb: String, Sendable, Codable, CaseIterable {
        case see, diagnose, stress, plan, agree, trade

        /// The word in the navigation.
        public var label: Localized {
            switch self {
            case .see: Localized("See", "看全貌")
            case .diagnose: Localized("Diagnose", "作诊断")
            case .stress: Localized("Stress", "做压测")
            case .plan: Localized("Plan", "排规划")
            case .agree: Localized("Agree", "议协同")
            case .trade: Localized("Trade", "促对接")
            }
        }
    }

    /// Its id in commands and addresses: lower case, `-` between words.
    public var id: String
    /// Its version; a change of method changes it, and with it the address of every run.
    public var version: String
    /// Where it stands in the navigation.
    public var verb: Verb
    /// Its title.
    public var title: Localized
    /// The question that it answers.
    public var question: Localized
    /// What can be set.
    public var parameters: [StudyParameter]
    /// Ids of the parameters that forms show at once and fold the others; empty where all are shown.
    public var foremost: [String]
    /// Formulas, sources and limits.
    public var methods: [Method]
    /// Which computing inputs it can take its numbers from; at most one at a time is given.
    public var takes: [ComputingInput.Kind]
    /// The folder of `Data` whose table stands in where none is given; `nil` for none.
    public var builtInTable: String?

    /// A description.
    public init(
        id: String, version: String, verb: Verb, title: Localized, question: Localized,
        parameters: [StudyParameter] = [], foremost: [String] = [], methods: [Method],
        takes: [ComputingInput.Kind] = [],
        builtInTable: String? = nil
    ) {
        self.id = id
        self.version = version
        self.verb = verb
        self.title = title
        self.question = question
        self.parameters = parameters
        self.foremost = foremost
        self.methods = methods
        self.takes = takes
        self.builtInTable = builtInTable
    }
}
