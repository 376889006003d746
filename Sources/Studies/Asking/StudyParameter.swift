public import Ecosystem

/// One thing that can be set when a study is asked.
public struct StudyParameter: Sendable {
    /// What it may hold.
    public enum Kind: Sendable {
        /// One of these codes.
        case choice([Choice])
        /// The id of a record of a kind.
        case record(RecordKind)
        /// A whole number within limits.
        case integer(ClosedRange<Int>)
        /// A number within limits.
        case number(ClosedRange<Double>)
        /// A text of at most so many characters.
        case text(maximumLength: Int)
        /// `yes` or `no`.
        case flag
    }

    /// One code of a choice.
    public struct Choice: Sendable, Equatable {
        /// The code in commands and addresses.
        public var code: String
        /// The words for readers.
        public var label: Localized

        /// A choice.
        public init(_ code: String, _ label: Localized) {
            self.code = code
            self.label = label
        }
    }

    /// Where a value comes from when none is given.
    public enum Default: Sendable {
        /// No value; the study says what that means.
        case none
        /// This value.
        case value(String)
        /// A value that the package knows, such as its home region.
        case fromPackage(@Sendable (EcosystemModel) -> String?)
    }

    /// Its id in commands and addresses: lower case, `-` between words.
    public var id: String
    /// Its name.
    public var title: Localized
    /// What it means.
    public var help: Localized
    /// What it may hold.
    public var kind: Kind
    /// The unit, for numbers.
    public var unit: Localized?
    /// What holds when nothing is given.
    public var fallback: Default

    /// A parameter.
    public init(
        _ id: String, _ kind: Kind, title: Localized, help: Localized, unit: Localized? = nil,
        default fallback: Default = .none
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.help = help
        self.unit = unit
        self.fallback = fallback
    }

    /// The value used when none is given.
    public func defaultText(for model: EcosystemModel) -> String? {
        switch fallback {
        case .none: nil
        case .value(let text): text
        case .fromPackage(let find): find(model)
        }
    }
}
