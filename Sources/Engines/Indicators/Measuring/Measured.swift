public import Kernels

/// What a measure gives: a number with its range, or the reason why there is none. Never a silent NaN.
public enum Measured: Sendable, Hashable {
    /// A number; exact where the inputs were.
    case value(Bounded)
    /// No number, and why.
    case undefined(Undefined)

    /// An exact number.
    public init(_ value: Double) { self = .value(Bounded(value)) }

    /// The number with its range; `nil` where there is none.
    public var bounded: Bounded? { if case .value(let bounded) = self { bounded } else { nil } }
    /// The number; `nil` where there is none.
    public var value: Double? { bounded?.value }
    /// The range; `nil` where there is no number.
    public var range: Interval? { bounded?.range }
    /// Why there is no number; `nil` where there is one.
    public var reason: Undefined? { if case .undefined(let reason) = self { reason } else { nil } }

    /// Another number made of it; the reason stays.
    func map(_ change: (Bounded) -> Bounded) -> Measured {
        switch self {
        case .value(let bounded): .value(change(bounded))
        case .undefined: self
        }
    }

    /// A number, or a reason where it is not a finite one.
    static func checked(_ bounded: Bounded, else reason: Undefined) -> Measured {
        bounded.value.isFinite ? .value(bounded) : .undefined(reason)
    }
}
