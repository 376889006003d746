public import Kernels

/// Capacity utilization: output over capacity, and over many plants the ratio of the sums, never a mean of ratios.
public struct CapacityUtilization: Sendable, Hashable {
    /// A plant with what it can make and what it made in the same period and unit.
    public struct Plant: Sendable, Hashable {
        /// Its capacity; `nil` where it is not known.
        public var capacity: Bounded?
        /// Its output; `nil` where it is not known.
        public var output: Bounded?

        /// A plant.
        public init(capacity: Bounded?, output: Bounded?) {
            self.capacity = capacity
            self.output = output
        }
    }

    /// Each plant; undefined without capacity or where a number is not known. Above 1 is allowed and stands in ``over``.
    public let plants: [Measured]
    /// Σ output ÷ Σ capacity of the plants of which both are known.
    public let total: Measured
    /// The plants in that ratio.
    public let counted: [Int]
    /// Plants of which capacity or output is not known.
    public let unknown: [Int]
    /// Plants that made nothing.
    public let idle: [Int]
    /// Plants that made more than their capacity.
    public let over: [Int]
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.capacity, .emptyIsUndefined)

    /// Computes the utilization of plants.
    ///
    /// - Throws: capacities or outputs that are negative or not finite.
    /// - Complexity: O(plants).
    public static func run(on plants: [Plant]) throws(InputProblems) -> CapacityUtilization {
        var check = InputCheck()
        check.within(ListName.capacity, plants.map { $0.capacity ?? 0 }, 0)
        check.within(ListName.output, plants.map { $0.output ?? 0 }, 0)
        try check.finish()
        let counted = plants.indices.filter { plants[$0].capacity != nil && plants[$0].output != nil }
        let outputs = counted.compactMap { plants[$0].output }
        let capacities = counted.compactMap { plants[$0].capacity }
        let values = plants.map { plant -> Measured in
            guard let capacity = plant.capacity, let output = plant.output else {
                return .undefined(.unknownInput)
            }
            return ratio(output, capacity)
        }
        return CapacityUtilization(
            plants: values,
            total: counted.isEmpty
                ? .undefined(plants.isEmpty ? .nothingThere : .unknownInput)
                : ratio(outputs.sum, capacities.sum), counted: counted,
            unknown: plants.indices.filter { plants[$0].capacity == nil || plants[$0].output == nil },
            idle: plants.indices.filter { plants[$0].output?.value == 0 },
            over: counted.filter { (values[$0].value ?? 0) > 1 })
    }

    /// Output over capacity.
    static func ratio(_ output: Bounded, _ capacity: Bounded) -> Measured {
        guard capacity.value > 0 else { return .undefined(.zeroCapacity) }
        return .checked(
            Bounded.monotone(rising: [output], falling: [capacity]) { $0[0] / $1[0] }, else: .tooLarge)
    }
}
