import Indicators
import Kernels
import Testing

/// Values agree with a reference to so much, absolutely for small and relatively for large numbers.
func expect(
    _ found: [Double?], _ wanted: [Double?], within give: Double = 1e-9,
    _ place: SourceLocation = #_sourceLocation
) {
    #expect(found.count == wanted.count, sourceLocation: place)
    #expect(!wanted.isEmpty, "nothing to compare with", sourceLocation: place)
    for (index, pair) in zip(found, wanted).enumerated() {
        let isEqual =
            switch pair {
            case (nil, nil): true
            case (let one?, let other?): (one - other).magnitude <= give * max(1, other.magnitude)
            default: false
            }
        #expect(
            isEqual, "number \(index): \(String(describing: pair.0)) for \(String(describing: pair.1))",
            sourceLocation: place)
    }
}

func expect(
    _ found: [Measured], _ wanted: [Double?], within give: Double = 1e-9,
    _ place: SourceLocation = #_sourceLocation
) { expect(found.map(\.value), wanted, within: give, place) }

func expect(
    _ found: Measured, _ wanted: Double, within give: Double = 1e-9,
    _ place: SourceLocation = #_sourceLocation
) { expect([found.value], [wanted], within: give, place) }

/// A range holds its own value and a value found at some point of the inputs.
func expect(_ measured: Measured, holds point: Measured, _ place: SourceLocation = #_sourceLocation) {
    guard let bounded = measured.bounded, let value = point.value else { return }
    #expect(bounded.range.contains(bounded.value), sourceLocation: place)
    #expect(
        bounded.range.contains(value) || bounded.range.widened.contains(value),
        "\(value) is not in \(bounded.low) … \(bounded.high)", sourceLocation: place)
}

extension Sequence<Double> {
    /// The numbers as exact ones.
    var exact: [Bounded] { map { Bounded($0) } }
}
