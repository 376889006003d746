import Kernels

/// How a line of stations keeps pace: takt, cycle time, bottleneck, output and balance.
///
/// Takt = available time ÷ demand. A station's own pace = its work time ÷ its parallel places. The line's cycle time is
/// the slowest station's pace; what it makes is available time × availability ÷ cycle time. Line efficiency = Σ work ÷
/// (places × cycle time), its complement is the balance delay; the smoothness index is √Σ (cycle − pace)².
/// M. E. Salveson, J. Ind. Eng. 6 (1955); W. B. Helgeson, D. P. Birnie, J. Ind. Eng. 12 (1961); A. Scholl, C. Becker, Eur. J.
/// Oper. Res. 168 (2006) 666–693.
public struct LineBalance: Sendable, Hashable {
    /// One station.
    public struct Station: Sendable, Hashable {
        /// Its id.
        public var id: String
        /// Seconds of work on one piece.
        public var seconds: Double
        /// Equal places that work side by side, 1 or more.
        public var places: Int

        /// A station.
        public init(id: String, seconds: Double, places: Int = 1) {
            self.id = id
            self.seconds = seconds
            self.places = places
        }

        /// Seconds between two pieces that leave it.
        public var pace: Double { seconds / Double(places) }
    }

    /// Why there is no balance.
    public enum Problem: Sendable, Hashable {
        /// No station is given.
        case noStation
        /// A station's time is no finite number above zero.
        case notATime(station: String, seconds: Double)
        /// A station has no place.
        case noPlace(station: String, places: Int)
        /// A number of the plan is out of its range; its name and value.
        case notAPlan(name: String, value: Double)
    }

    /// Everything that is wrong, at once.
    public struct Problems: Error, Sendable, Hashable {
        /// Each of it.
        public let all: [Problem]
    }

    /// What the line is run by.
    public struct Plan: Sendable, Hashable {
        /// Hours a day in which the line runs, without breaks; above 0, at most 24.
        public var hoursADay: Double
        /// The part of that time in which it works, above 0, at most 1.
        public var availability: Double
        /// Pieces wanted a day; `nil` where no demand is given.
        public var demandADay: Double?

        /// A plan.
        public init(hoursADay: Double = 16, availability: Double = 1, demandADay: Double? = nil) {
            self.hoursADay = hoursADay
            self.availability = availability
            self.demandADay = demandADay
        }

        /// Working seconds a day.
        public var secondsADay: Double { hoursADay * 3600 * availability }

        /// Seconds that may pass between two pieces so that the demand is met.
        public var takt: Double? { demandADay.map { secondsADay / $0 } }
    }

    /// The stations in the order of the line.
    public let stations: [Station]
    /// What the line is run by.
    public let plan: Plan
    /// Seconds between two pieces: the pace of the slowest station.
    public let cycle: Double
    /// The slowest stations.
    public let bottlenecks: [String]
    /// Seconds of work in a piece.
    public let work: Double

    /// Balances a line.
    public static func run(on stations: [Station], _ plan: Plan = Plan()) -> Result<LineBalance, Problems> {
        var problems: [Problem] = stations.isEmpty ? [.noStation] : []
        for station in stations {
            if !(station.seconds.isFinite && station.seconds > 0) {
                problems.append(.notATime(station: station.id, seconds: station.seconds))
            }
            if station.places < 1 { problems.append(.noPlace(station: station.id, places: station.places)) }
        }
        if !(plan.hoursADay > 0 && plan.hoursADay <= 24) {
            problems.append(.notAPlan(name: "hoursADay", value: plan.hoursADay))
        }
        if !(plan.availability > 0 && plan.availability <= 1) {
            problems.append(.notAPlan(name: "availability", value: plan.availability))
        }
        if let demand = plan.demandADay, !(demand.isFinite && demand > 0) {
            problems.append(.notAPlan(name: "demandADay", value: demand))
        }
        guard problems.isEmpty, let cycle = stations.map(\.pace).max() else {
            return .failure(Problems(all: problems))
        }
        return .success(
            LineBalance(
                stations: stations, plan: plan, cycle: cycle,
                bottlenecks: stations.filter { $0.pace >= cycle * (1 - 1e-12) }.map(\.id),
                work: stations.map(\.seconds).compensatedSum))
    }

    /// Places on the line.
    public var places: Int { stations.map(\.places).reduce(0, +) }
    /// Pieces a day at the cycle time, not rounded.
    public var outputADay: Double { plan.secondsADay / cycle }
    /// Σ work ÷ (places × cycle), 0…1.
    public var efficiency: Double { work / (Double(places) * cycle) }
    /// The part of the places' time that is waited, 0…1.
    public var balanceDelay: Double { 1 - efficiency }
    /// √Σ (cycle − pace)² over the places, in seconds; 0 for a line in perfect balance.
    public var smoothness: Double {
        stations.map { Double($0.places) * (cycle - $0.pace) * (cycle - $0.pace) }.compensatedSum.squareRoot()
    }
    /// Stations that are slower than the takt; empty without a demand.
    public var aboveTakt: [Station] {
        guard let takt = plan.takt else { return [] }
        return stations.filter { $0.pace > takt * (1 + 1e-12) }
    }
    /// The fewest places with which the work fits the takt: ⌈work ÷ takt⌉; `nil` without a demand.
    public var fewestPlaces: Int? {
        plan.takt.map { Int((work / $0 * (1 - 1e-12)).rounded(.up)) }
    }
    /// Places that each station needs to keep the takt: ⌈seconds ÷ takt⌉.
    public func placesNeeded(_ station: Station) -> Int? {
        plan.takt.map { max(1, Int((station.seconds / $0 * (1 - 1e-12)).rounded(.up))) }
    }
}
