/// A formula written once, for values and for ranges.
public protocol Formula {
    /// The result for these inputs.
    func result<Number: FormulaNumber>(of inputs: [Number]) -> Number
}

extension Formula {
    /// The result with its range: of exact inputs an exact number, of intervals every number that the formula takes.
    ///
    /// - Parameter natural: what the result can be at all, such as 0 … 1 for a share; cuts the range.
    @inlinable
    public func result(
        of inputs: [Bounded], within natural: Interval = .everything, search: RangeSearch = RangeSearch()
    ) -> Bounded {
        let value = result(of: inputs.values)
        if inputs.allSatisfy(\.isExact) { return Bounded(value) }
        let range = search.range(over: inputs.map(\.range)) { result(of: $0) }
        return Bounded(value, in: range.intersection(natural) ?? natural)
    }
}
