public import Ecosystem

/// Why a question cannot be asked as it stands: every problem at once, each with what to do.
public struct StudyProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// One problem.
    public struct Detail: Error, Sendable, Equatable {
        /// The parameter that it concerns; `nil` for the input as a whole.
        public var parameter: String?
        /// What is wrong and what to do.
        public var message: Localized

        /// A detail.
        public init(parameter: String?, message: Localized) {
            self.parameter = parameter
            self.message = message
        }
    }

    /// The problems.
    public let details: [Detail]

    /// Problems.
    public init(_ details: [Detail]) { self.details = details }

    /// One problem with the input.
    public init(_ message: Localized, parameter: String? = nil) {
        details = [Detail(parameter: parameter, message: message)]
    }

    /// The English texts, one a line.
    public var description: String { details.map(\.message.en).joined(separator: "\n") }
}

/// Thrown by a study that was asked to stop.
public struct StudyCancelled: Error, Sendable, Equatable {
    /// The one value.
    public init() {}
}
