import DemandCapacity
public import Ecosystem

extension Takt {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// A line of which a document prints the cycle time.
        public struct Documented: Codable, Sendable {
            /// The site or organization.
            public var entity: String
            /// The printed cycle time.
            public var cycle: PrintedFigure
            /// Seconds between two pieces, and the ends that round to it.
            public var seconds: Double
            /// The shortest cycle that rounds to the printed one.
            public var secondsLow: Double?
            /// The longest.
            public var secondsHigh: Double?
            /// Pieces an hour.
            public var piecesAnHour: Double
            /// Pieces an hour at the longest cycle.
            public var piecesAnHourLow: Double?
            /// Pieces an hour at the shortest cycle.
            public var piecesAnHourHigh: Double?
            /// Pieces a day at the hours and availability set.
            public var piecesADay: Double
            /// Pieces a year at the days set.
            public var piecesAYear: Double
            /// The printed gain in efficiency.
            public var gain: PrintedFigure?
            /// The cycle before the gain, in seconds; inferred.
            public var secondsBefore: Double?
            /// Persons who work there, as printed.
            public var workforce: PrintedFigure?
            /// The figures behind it.
            public var figures: [IndicatorID]
        }

        /// One station of the given line.
        public struct Station: Codable, Sendable {
            /// Its name.
            public var id: String
            /// Seconds of work on one piece.
            public var seconds: Double
            /// Places that work side by side.
            public var places: Int
            /// Seconds between two pieces that leave it.
            public var pace: Double
            /// Its pace over the line's cycle, 0…1.
            public var load: Double
            /// Whether it sets the cycle.
            public var isBottleneck: Bool
            /// Whether it is slower than the takt; `nil` without a demand.
            public var isAboveTakt: Bool?
            /// Places that it needs to keep the takt.
            public var placesNeeded: Int?
        }

        /// The given line.
        public struct Line: Codable, Sendable {
            /// The name under which it was given.
            public var name: String
            /// How sure its numbers are, as its about-file says; absent where it does not say.
            public var basis: Basis?
            /// Its stations in order.
            public var stations: [Station]
            /// Seconds between two pieces.
            public var cycle: Double
            /// Stations that set it.
            public var bottlenecks: [String]
            /// Seconds of work in a piece.
            public var work: Double
            /// Places on the line.
            public var places: Int
            /// Pieces an hour in which the line works.
            public var piecesAnHour: Double
            /// Pieces a day.
            public var piecesADay: Double
            /// Pieces a year.
            public var piecesAYear: Double
            /// Work over places × cycle, 0…1.
            public var efficiency: Double
            /// The part of the places' time that is waited, 0…1.
            public var balanceDelay: Double
            /// √Σ (cycle − pace)², in seconds.
            public var smoothness: Double
            /// Seconds that may pass between two pieces so that the demand is met; `null` without a demand.
            @KnownOrNull public var takt: Double?
            /// Pieces a day that are lacking; 0 where the demand is met.
            @KnownOrNull public var lackingADay: Double?
            /// The fewest places with which the work fits the takt.
            @KnownOrNull public var fewestPlaces: Int?
            /// The cycle with one more place at each bottleneck.
            public var reliefCycle: Double
            /// Pieces a day then.
            public var reliefPiecesADay: Double
        }

        /// What the line is assumed to run by.
        public struct Assumptions: Codable, Sendable {
            /// Hours a day.
            public var hours: Double
            /// The part of that time in which it works.
            public var availability: Double
            /// Days a year.
            public var days: Int
            /// Pieces wanted a day.
            @KnownOrNull public var demand: Double?
        }

        /// What is assumed.
        public var assumptions: Assumptions
        /// Lines of which documents print the cycle time.
        public var documented: [Documented]
        /// The given line; `null` where none was given.
        @KnownOrNull public var line: Line?
        /// What other packages say.
        public var compare: [Compared]

        /// Another package.
        public struct Compared: Codable, Sendable {
            /// Its id.
            public var package: String
            /// Its lines.
            public var documented: [Documented]
        }
    }

    /// Reads printed cycle times and balances the given line.
    public func result(on input: StudyInput) throws -> Result {
        let parameters = input.parameters
        let assumptions = Result.Assumptions(
            hours: parameters.number("hours") ?? 16, availability: parameters.number("availability") ?? 1,
            days: parameters.integer("days") ?? 250, demand: parameters.number("demand"))
        try input.progress.advance(to: 0.2, Localized("reading cycle times", "读取节拍"))
        return Result(
            assumptions: assumptions, documented: Takt.documented(in: input.model, assumptions),
            line: try Takt.line(input.supplied, assumptions),
            compare: input.others.map {
                Result.Compared(package: $0.identity.id, documented: Takt.documented(in: $0, assumptions))
            })
    }

    private static func documented(in model: EcosystemModel, _ assumed: Result.Assumptions) -> [Result
        .Documented]
    {
        let cycles = FigureIndex(model, Vocabulary.cycle)
        let (gains, workforces) = (
            FigureIndex(model, Vocabulary.gain), FigureIndex(model, Vocabulary.workforce)
        )
        let entities = Set(
            model.all(Indicator.self, where: "indicator_id", is: Vocabulary.cycle.text).map(\.entity))
        return entities.sorted().compactMap { entity in
            guard let figure = cycles.figure(of: entity), let printed = figure.printed,
                let seconds = try? printed.value(in: UnitOfMeasure("seconds")), seconds > 0
            else { return nil }
            let scale = printed.value > 0 ? seconds / printed.value : 1
            let (low, high) = (
                printed.interval?.lower.map { $0 * scale }, printed.interval?.upper.map { $0 * scale }
            )
            let (gain, workforce) = (gains.figure(of: entity), workforces.figure(of: entity))
            let aDay = assumed.hours * 3600 * assumed.availability / seconds
            return Result.Documented(
                entity: entity, cycle: printed, seconds: seconds, secondsLow: low, secondsHigh: high,
                piecesAnHour: 3600 / seconds, piecesAnHourLow: high.map { 3600 / $0 },
                piecesAnHourHigh: low.flatMap { $0 > 0 ? 3600 / $0 : nil }, piecesADay: aDay,
                piecesAYear: aDay * Double(assumed.days), gain: gain?.figure,
                secondsBefore: gain?.figure.map { seconds * (1 + $0.value) }, workforce: workforce?.figure,
                figures: [figure.id] + [gain?.id, workforce?.id].compactMap(\.self))
        }
    }

    private static func line(_ supplied: ComputingInput?, _ assumed: Result.Assumptions) throws -> Result
        .Line?
    {
        guard case .matrix(let matrix) = supplied else { return nil }
        let stations = try stations(of: matrix)
        let plan = LineBalance.Plan(
            hoursADay: assumed.hours, availability: assumed.availability, demandADay: assumed.demand)
        let line: LineBalance
        switch LineBalance.run(on: stations, plan) {
        case .success(let balanced): line = balanced
        case .failure(let problems): throw StudyProblem(problems.all.map(\.detail))
        }
        let above = Set(line.aboveTakt.map(\.id))
        let relieved = stations.map { station in
            var station = station
            if line.bottlenecks.contains(station.id) { station.places += 1 }
            return station
        }
        let relief = relieved.map(\.pace).max() ?? line.cycle
        return Result.Line(
            name: matrix.name, basis: matrix.basis,
            stations: stations.map { station in
                Result.Station(
                    id: station.id, seconds: station.seconds, places: station.places, pace: station.pace,
                    load: station.pace / line.cycle, isBottleneck: line.bottlenecks.contains(station.id),
                    isAboveTakt: plan.takt.map { _ in above.contains(station.id) },
                    placesNeeded: line.placesNeeded(station))
            }, cycle: line.cycle, bottlenecks: line.bottlenecks, work: line.work, places: line.places,
            piecesAnHour: 3600 / line.cycle, piecesADay: line.outputADay,
            piecesAYear: line.outputADay * Double(assumed.days), efficiency: line.efficiency,
            balanceDelay: line.balanceDelay, smoothness: line.smoothness, takt: plan.takt,
            lackingADay: assumed.demand.map { max(0, $0 - line.outputADay) }, fewestPlaces: line.fewestPlaces,
            reliefCycle: relief, reliefPiecesADay: plan.secondsADay / relief)
    }

    /// Reads the stations; everything that is wrong with the file is said at once.
    private static func stations(of matrix: RegionMatrix) throws(StudyProblem) -> [LineBalance.Station] {
        func column(_ names: Set<String>) -> Int? {
            matrix.industries.firstIndex { names.contains($0.lowercased()) }
        }
        guard let seconds = column(Vocabulary.seconds) else {
            throw StudyProblem(
                Localized(
                    "matrix: there is no column “seconds”; give the stations in rows and their seconds of work in this column",
                    "matrix：没有“seconds”列；请以行列工位，并在该列填作业秒数"), parameter: "matrix")
        }
        let places = column(Vocabulary.places)
        var problems: [StudyProblem.Detail] = []
        var stations: [LineBalance.Station] = []
        for (row, name) in matrix.regions.enumerated() {
            guard let time = matrix[row, seconds] else {
                problems.append(
                    StudyProblem.Detail(
                        parameter: "matrix",
                        message: Localized(
                            "matrix, station \(name): seconds is empty; unknown is not zero, fill it in or leave the station out",
                            "matrix，工位 \(name)：seconds 为空；未知不是零，请补填或删去该工位")))
                continue
            }
            let count = places.flatMap { matrix[row, $0] } ?? 1
            guard let whole = Int(exactly: count), (1...10_000).contains(whole) else {
                problems.append(
                    StudyProblem.Detail(
                        parameter: "matrix",
                        message: Localized(
                            "matrix, station \(name): \(count.words()) is no number of places from 1 to 10,000",
                            "matrix，工位 \(name)：\(count.words()) 不是 1 到 10,000 的并行工位数")))
                continue
            }
            stations.append(LineBalance.Station(id: name, seconds: time, places: whole))
        }
        guard problems.isEmpty else { throw StudyProblem(problems) }
        return stations
    }
}

extension LineBalance.Problem {
    /// What is wrong and what to do.
    fileprivate var detail: StudyProblem.Detail {
        let message: Localized =
            switch self {
            case .noStation:
                Localized("matrix: there is no station; give a row for each", "matrix：没有工位；请每个工位一行")
            case .notATime(let station, let seconds):
                Localized(
                    "matrix, station \(station): \(seconds.words()) is no time above 0 seconds",
                    "matrix，工位 \(station)：\(seconds.words()) 不是大于 0 的秒数")
            case .noPlace(let station, let places):
                Localized(
                    "matrix, station \(station): \(places) places; at least 1 is needed",
                    "matrix，工位 \(station)：并行数 \(places)；至少为 1")
            case .notAPlan(let name, let value):
                Localized("\(name): \(value.words()) is out of its range", "\(name)：\(value.words()) 超出范围")
            }
        return StudyProblem.Detail(parameter: "matrix", message: message)
    }
}
