import DemandCapacity
import Ecosystem

extension Utilization {
    /// Collects figures, rolls them up and judges them.
    public func result(on input: StudyInput) throws -> Result {
        let region = input.parameters.text("region").map(RegionID.init) ?? input.model.identity.homeRegion
        var result = try Utilization.answer(on: input.model, region: region, input)
        for other in input.others {
            let answer = try Utilization.answer(on: other, region: other.identity.homeRegion, input)
            result.compare.append(
                Result.Compared(
                    package: other.identity.id, region: answer.region, year: answer.year,
                    use: answer.whole?.use,
                    zeroOutput: answer.zeroOutput.count, lowOutput: answer.lowOutput.count))
        }
        return result
    }

    private static func answer(on model: EcosystemModel, region: RegionID?, _ input: StudyInput) throws
        -> Result
    {
        try input.progress.advance(to: 0.1, Localized("reading outputs and capacities", "读取产量与产能"))
        let reader = UseReader(model, region: region)
        let entries = reader.entries()
        let year = input.parameters.integer("year") ?? latestYear(entries)
        let used = entries.filter { $0.record.time.year == year }
        let rolled = yearRecords(used)
        func uses(_ subject: (OperatingRecord) -> String?) -> [Result.Use] {
            OperatingRate.rolledUp(rolled.map(\.record), by: subject).map { use in
                Result.Use(
                    use, figures: rolled.filter { subject($0.record) == use.subject }.flatMap(\.figures))
            }
        }
        var plants = uses { $0.plant }
        for index in plants.indices {
            plants[index].trend = trend(of: entries.filter { $0.record.plant == plants[index].id })
        }
        let limit = input.parameters.number("low-output") ?? 1000
        let sets = ruleSets(input.parameters.text("rules"), lowOutput: limit)
        let verdicts = sets.flatMap { set in
            set.verdicts(on: entries.map(\.record)).map { Result.Verdict($0, in: set) }
        }
        func found(_ rule: String) -> [String] {
            verdicts.filter { $0.rule == rule && $0.outcome == .applies }.map(\.subject)
        }
        let exits = Set(sets.flatMap(\.rules).filter(\.suggestsExit).map(\.id))
        let makers = uses { $0.maker }
        let silent = makers.filter { $0.records > 0 && $0.leftOut == 0 && $0.output == 0 }.map(\.id)
        let named = verdicts.filter { exits.contains($0.rule) && $0.outcome == .applies }.map(\.subject)
        let idleBelow = input.parameters.number("idle-below") ?? 0.5
        try input.progress.advance(to: 0.7, Localized("weighing what is being built", "汇总在建产能"))
        let printed = printedUse(in: model)
        return Result(
            region: region, year: used.contains { $0.record.pair != nil } ? year : nil, printedUse: printed,
            makerCounts: makerCounts(in: model), whole: uses { _ in region?.text ?? "" }.first,
            plants: plants,
            makers: makers, classes: uses { $0.productClass }, places: uses { $0.region },
            ruleSets: sets.map {
                Result.Rules($0)
            }, verdicts: verdicts, zeroOutput: found("zero-output"), lowOutput: found("low-output"),
            idle: plants.filter { ($0.use ?? 1) < idleBelow }.sorted { ($1.idle, $0.id) < ($0.idle, $1.id) },
            exitCandidates: Set(silent + named).sorted(), pipeline: pipeline(reader),
            projects: projects(reader, hasOwn: !entries.isEmpty), compare: [])
    }

    /// The latest year in which a record has output and capacity.
    private static func latestYear(_ entries: [UseReader.Entry]) -> Int? {
        entries.filter { $0.record.pair != nil }.map(\.record.time.year).max()
    }

    /// A year's records: a plant's own year where it has one with output, else its months or quarters.
    private static func yearRecords(_ entries: [UseReader.Entry]) -> [UseReader.Entry] {
        Dictionary(grouping: entries, by: \.record.plant).sorted { $0.key < $1.key }.flatMap { _, own in
            let years = own.filter {
                if case .year = $0.record.time { $0.record.output != nil } else { false }
            }
            return years.isEmpty ? own : years
        }
    }

    /// Change over the last three months in a row.
    private static func trend(of entries: [UseReader.Entry]) -> Double? {
        let months = entries.compactMap { entry -> (number: Int, output: Double)? in
            guard case .month(let year, let month) = entry.record.time, let output = entry.record.output
            else {
                return nil
            }
            return (year * 12 + month, output)
        }.suffix(3)
        guard months.count == 3, let first = months.first, let last = months.last,
            last.number == first.number + 2, first.output > 0
        else { return nil }
        return last.output / first.output - 1
    }

    private static func ruleSets(_ asked: String?, lowOutput: Double) -> [RuleSet] {
        RuleSet.builtIn.filter { asked == nil || asked == "all" || asked == $0.id }.map { set in
            var set = set
            for index in set.rules.indices where set.rules[index].id == "low-output" {
                set.rules[index].value = lowOutput
            }
            return set
        }
    }

    static func printedUse(in model: EcosystemModel) -> [Result.PrintedUse] {
        let uses = FigureIndex(model, Vocabulary.printedUse)
        let capacities = FigureIndex(model, Vocabulary.printedCapacity)
        let regions = Set(
            model.all(Indicator.self, where: "indicator_id", is: Vocabulary.printedUse.text).map(\.entity))
        var found = regions.compactMap { region -> Result.PrintedUse? in
            guard let figure = uses.figure(of: region), let use = figure.figure else { return nil }
            let capacity = capacities.figure(of: region)?.figure
            var entry = Result.PrintedUse(
                region: RegionID(region), use: use, period: figure.period, capacity: capacity)
            if let capacity, let interval = use.interval, let low = interval.lower, let high = interval.upper
            {
                entry.outputLow = capacity.value * low
                entry.outputHigh = capacity.value * high
                entry.idleLow = capacity.value * (1 - high)
                entry.idleHigh = capacity.value * (1 - low)
            }
            return entry
        }.sorted { left, right in
            if (left.capacity != nil) != (right.capacity != nil) { return left.capacity != nil }
            return left.use.value != right.use.value
                ? left.use.value > right.use.value : left.region < right.region
        }
        guard let first = found.first?.use.value else { return [] }
        for index in found.indices.dropFirst() {
            found[index].pointsFromFirst = (found[index].use.value - first) * 100
        }
        return found
    }

    private static func makerCounts(in model: EcosystemModel) -> [Result.MakerCount] {
        let (all, low, zero) = (
            FigureIndex(model, Vocabulary.makers), FigureIndex(model, Vocabulary.lowMakers),
            FigureIndex(model, Vocabulary.zeroMakers)
        )
        let regions = Set(
            model.all(Indicator.self, where: "indicator_id", is: Vocabulary.makers.text).map(\.entity))
        return regions.sorted().compactMap { region in
            guard let total = all.figure(of: region)?.figure else { return nil }
            let (few, none) = (low.figure(of: region)?.figure, zero.figure(of: region)?.figure)
            return Result.MakerCount(
                region: RegionID(region), all: total, low: few, zero: none,
                lowShareAtLeast: few?.interval?.lower.flatMap { total.value > 0 ? $0 / total.value : nil },
                zeroShareAtMost: none?.interval?.upper.flatMap { total.value > 0 ? $0 / total.value : nil })
        }
    }

    private static func pipeline(_ reader: UseReader) -> [Result.Pipeline] {
        let stated = reader.stated().filter { $0.region != nil }
        let demands = FigureIndex(reader.model, IndicatorDefinitionID(Vocabulary.demand))
        let regions = Set(stated.compactMap(\.region)).union(
            reader.tree.places.filter { demands.figure(of: $0.text) != nil })
        let coming = stated.filter { $0.phase != .existing }.map(\.capacity).reduce(0, +)
        return regions.sorted().map { region in
            let own = stated.filter { $0.region == region }
            func sum(_ phase: Result.Phase) -> Double? {
                let values = own.filter { $0.phase == phase }.map(\.capacity)
                return values.isEmpty ? nil : values.reduce(0, +)
            }
            let demand = demands.figure(of: region.text)
            let pipeline = CapacityPipeline(
                existing: sum(.existing), underConstruction: sum(.underConstruction),
                approved: sum(.approved),
                demand: demand?.value)
            let next = (pipeline.underConstruction ?? 0) + (pipeline.approved ?? 0)
            return Result.Pipeline(
                region: region, existing: pipeline.existing, underConstruction: pipeline.underConstruction,
                approved: pipeline.approved, demand: pipeline.demand, overheating: pipeline.overheating,
                growth: pipeline.growth, shareOfComing: coming > 0 ? next / coming : nil,
                projects: own.count { $0.phase != .existing },
                figures: own.map(\.figure.id) + [demand?.id].compactMap(\.self))
        }
    }

    private static func projects(_ reader: UseReader, hasOwn: Bool) -> [Result.Project] {
        let printed = Vocabulary.projects.flatMap { definition in
            reader.model.all(Indicator.self, where: "indicator_id", is: definition)
        }.filter { !$0.isCorrectedReading }
        let own = reader.stated().filter { $0.phase != .existing }
        return printed.compactMap { figure in
            guard let capacity = figure.figure else { return nil }
            let isPlanned = figure.record.factState != .actual
            let isBuilding = figure.definition.text == Vocabulary.projects.first
            return Result.Project(
                figure: figure.id, entity: figure.entity, capacity: capacity,
                phase: isPlanned ? .approved : isBuilding ? .underConstruction : .existing)
        }
            + own.compactMap { stated in
                stated.figure.figure.map {
                    Result.Project(
                        figure: stated.figure.id, entity: stated.plant, capacity: $0, phase: stated.phase)
                }
            }
    }
}

extension Utilization.Result.Use {
    init(_ use: OperatingRate, figures: [Indicator]) {
        self.init(
            id: use.subject, output: use.output, capacity: use.capacity, use: use.ratio, idle: use.idle,
            records: use.records, leftOut: use.leftOut, isAboveCapacity: use.isAboveCapacity, trend: nil,
            figures: Set(figures.map(\.id)).sorted())
    }
}

extension Utilization.Result.Rules {
    init(_ set: RuleSet) {
        self.init(
            id: set.id, version: set.version, basis: set.basis, validFrom: set.validFrom, source: set.source,
            rules: set.rules.map { rule in
                Utilization.Result.Limit(
                    rule: rule.id, metric: rule.metric.rawValue, comparator: rule.comparator.rawValue,
                    window: rule.window, value: rule.value, basis: set.basis)
            })
    }
}

extension Utilization.Result.Verdict {
    init(_ verdict: RuleVerdict, in set: RuleSet) {
        self.init(
            set: set.id, rule: verdict.rule, subject: verdict.subject, productClass: verdict.productClass,
            basis: set.basis, outcome: verdict.outcome,
            figures: verdict.figures.map {
                Utilization.Result.Figure(time: $0.time.text, value: $0.value, compared: $0.compared)
            })
    }
}
