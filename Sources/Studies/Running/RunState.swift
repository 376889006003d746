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
    /// The question cannot be answered as it stands; what to do is in the problem. The same question fails again.
    case failed(StudyProblem)
    /// The study itself failed. Details are for the operator, not for readers; the question may be asked again.
    case broken
    /// Somebody stopped it; the question may be asked again.
    case cancelled

    /// Whether nothing will change any more.
    public var isFinal: Bool {
        switch self {
        case .waiting, .working: false
        case .done, .failed, .broken, .cancelled: true
        }
    }

    /// Whether the same question, asked again, is answered with this state rather than run anew.
    var isShared: Bool {
        switch self {
        case .waiting, .working, .failed: true
        case .done(let report): !report.isPartial
        case .broken, .cancelled: false
        }
    }
}

extension RunState {
    /// What a run says that gives way: that others go first, and how far it was.
    static func resting(ahead: Int, _ step: Localized) -> Localized {
        let others =
            ahead < 1
            ? Localized("gives way to another run for a moment, then goes on: ", "暂让另一个运行先行，随后继续：")
            : Localized(
                "gives way to \(ahead + 1) other runs for a moment, then goes on: ",
                "暂让 \(ahead + 1) 个运行先行，随后继续：")
        return others + step
    }
}
