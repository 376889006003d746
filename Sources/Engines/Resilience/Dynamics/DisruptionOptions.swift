/// How a disruption is followed from day to day.
///
/// The defaults are those of a firm network; ``sectors`` are those of a table of sectors.
public struct DisruptionOptions: Sendable, Hashable {
    /// The version of the rules; a change of rule or default changes it.
    public static let version = "1"

    /// Who is served first when a firm cannot deliver all that is ordered.
    public enum Rationing: String, Sendable, Codable, CaseIterable {
        /// All orders get the same part, final demand too.
        case proportional
        /// Orders that are small beside what they were before the shock come first, final demand too: everybody is
        /// filled up to one level (Inoue and Todo 2019).
        case smallOrdersFirst = "small-first"
    }

    /// How much stock production needs at hand.
    public enum Reserve: Sendable, Hashable {
        /// So many days of use (Inoue and Todo 2019: 1).
        case days(Double)
        /// This part of the stock that is aimed at (ψ of Hallegatte 2014; BoARIO: 0.8).
        case part(Double)
    }

    /// Days to compute.
    public var horizon = 180
    /// How many days of the network's flows its values hold: 365 for values of a year.
    public var period = 365.0
    /// Stock of each input that is aimed at, in days of use.
    public var stockDays = 15.0
    /// Stock of inputs of some sectors, by the sector's place.
    public var stockDaysOfSector: [Int32: Double] = [:]
    /// How much of it production needs at hand.
    public var reserve = Reserve.days(1)
    /// Days in which a gap in the stock is ordered (τ of Inoue and Todo: 6; BoARIO: 60).
    public var restockDays = 6.0
    /// Who is served first.
    public var rationing = Rationing.proportional
    /// Whether orders move to those existing suppliers of a sector that can still produce.
    public var movesOrders = true
    /// Days until a firm that lacks an input finds new suppliers of the sector; `nil` for never.
    public var searchDays: Int?
    /// Capacity that stands idle before the shock, as a part of output.
    public var spare = 0.0
    /// The most that production can rise above capacity, and the days it takes: 1 for never (α of Hallegatte 2008).
    public var overproduction = 1.0
    /// Days in which production rises to ``overproduction``.
    public var overproductionDays = 365.0
    /// A firm is hit where its output falls by more than this part.
    public var hitThreshold = 0.01
    /// Whether the result holds every firm's output and service of every day.
    public var keepsDays = false
    /// Losses are rounded to so many decimals as BoARIO does with arbitrary reductions; `nil` for not.
    public var lossDecimals: Int?
    /// Told days done and days in all; returns whether to go on.
    public var progress = SystemicRiskOptions.Progress()

    /// The defaults.
    public init() {}

    /// As BoARIO 0.7.2 runs a table of sectors: 90 days of stock, ψ 0.8, τ 60, α up to 1.25 in a year.
    public static var sectors: DisruptionOptions {
        var options = DisruptionOptions()
        options.horizon = 365
        options.stockDays = 90
        options.reserve = .part(0.8)
        options.restockDays = 60
        options.overproduction = 1.25
        return options
    }

    /// The stock of a sector's product that users aim at, in days.
    func days(_ sector: Int32) -> Double { max(0, stockDaysOfSector[sector] ?? stockDays) }

    /// The days of use that production needs at hand.
    func needed(_ sector: Int32) -> Double {
        switch reserve {
        case .days(let days): max(1, days)
        case .part(let part): max(1, part * days(sector))
        }
    }
}
