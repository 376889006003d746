public import Kernels

/// Overheating of investment: all capacity that stands, is being built or is approved, over a demand.
///
/// The index alone decides nothing: it comes with its components.
public struct Overheating: Sendable, Hashable {
    /// Capacities of a class of products in a region, and the demand that they meet, in one unit.
    public struct Case: Sendable, Hashable {
        /// Capacity that stands.
        public var existing: Bounded
        /// Capacity under construction.
        public var underConstruction: Bounded
        /// Capacity that is approved and not begun.
        public var approved: Bounded
        /// The demand of the scenario; `nil` where it is not known.
        public var demand: Bounded?
        /// Planned capacity (under construction and approved) of the nation; `nil` where it is not known.
        public var nationalPlanned: Bounded?
        /// Money going into parts; `nil` where it is not known.
        public var partsInvestment: Bounded?
        /// Money going into vehicles; `nil` where it is not known.
        public var vehicleInvestment: Bounded?

        /// A case.
        public init(
            existing: Bounded, underConstruction: Bounded = 0, approved: Bounded = 0, demand: Bounded? = nil,
            nationalPlanned: Bounded? = nil, partsInvestment: Bounded? = nil,
            vehicleInvestment: Bounded? = nil
        ) {
            self.existing = existing
            self.underConstruction = underConstruction
            self.approved = approved
            self.demand = demand
            self.nationalPlanned = nationalPlanned
            self.partsInvestment = partsInvestment
            self.vehicleInvestment = vehicleInvestment
        }
    }

    /// (existing + under construction + approved) ÷ demand.
    public let index: Measured
    /// Existing ÷ demand.
    public let today: Measured
    /// Planned ÷ existing.
    public let pipeline: Measured
    /// Planned ÷ the nation's planned.
    public let shareOfNational: Measured
    /// Investment in parts ÷ in vehicles.
    public let partsToVehicles: Measured
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.demand, .emptyIsUndefined)

    /// Computes index and components.
    ///
    /// - Throws: numbers that are negative or not finite.
    public static func run(on one: Case) throws(InputProblems) -> Overheating {
        var check = InputCheck()
        check.within(ListName.capacity, [one.existing, one.underConstruction, one.approved], 0)
        let others = [one.demand, one.nationalPlanned, one.partsInvestment, one.vehicleInvestment]
        check.within(ListName.values, others.map { $0 ?? 0 }, 0)
        try check.finish()
        let planned = [one.underConstruction, one.approved].sum
        return Overheating(
            index: over([one.existing, planned].sum, one.demand, .zeroDemand),
            today: over(one.existing, one.demand, .zeroDemand),
            pipeline: over(planned, one.existing, .zeroCapacity),
            shareOfNational: over(planned, one.nationalPlanned, .zeroCapacity),
            partsToVehicles: one.partsInvestment.map { over($0, one.vehicleInvestment, .zeroBase) }
                ?? .undefined(.unknownInput))
    }

    private static func over(_ number: Bounded, _ base: Bounded?, _ reason: Undefined) -> Measured {
        guard let base else { return .undefined(.unknownInput) }
        guard base.value > 0 else { return .undefined(reason) }
        return .checked(
            Bounded.monotone(rising: [number], falling: [base]) { $0[0] / $1[0] }, else: .tooLarge)
    }
}
