public import Ecosystem
public import Reporting

/// How far a run is.
public enum RunState: Sendable {
    /// It waits; `ahead` runs start before it.
    case waiting(ahead: Int)
    /// It works: a part of 0…1 and the step.
    case working(fraction: Double, step: Localized)
    /// It is done.
    case done(Report)
    /// It could not be answered; what to do is in the problem.
    case failed(StudyProblem)
    /// Somebody stopped it.
    case cancelled

    /// Whether nothing will change any more.
    public var isFinal: Bool {
        switch self {
        case .waiting, .working: false
        case .done, .failed, .cancelled: true
        }
    }
}
