import DemandCapacity
import Ecosystem
import Kernels
import Testing

@Suite struct `How far capacity is used` {
    private func record(
        _ plant: String, _ time: CalendarPoint, _ output: Double?, _ capacity: Double?, maker: String? = nil,
        productClass: String? = "pv", region: String? = "r.a"
    ) -> OperatingRecord {
        OperatingRecord(
            plant: plant, maker: maker ?? plant, productClass: productClass, region: region, time: time,
            output: output, capacity: capacity)
    }

    @Test func `a roll-up is the ratio of sums, not the mean of ratios`() {
        // 90 of 100 and 10 of 900: 100 ÷ 1000 = 0.1, while the mean of 0.9 and 0.011 would be 0.456.
        let use = OperatingRate.rolledUp(
            [record("a", .year(2025), 90, 100), record("b", .year(2025), 10, 900)], by: \.region)
        #expect(use.map(\.subject) == ["r.a"])
        #expect(use.first?.ratio == 0.1)
        #expect(use.first?.idle == 900)
    }

    @Test func `what is unknown is left out of both sums and counted`() {
        let use = OperatingRate.rolledUp(
            [
                record("a", .year(2025), 50, 100), record("b", .year(2025), nil, 1000),
                record("c", .year(2025), 70, nil), record("d", .year(2025), 5, 0),
                record("e", .year(2025), 1, 1, region: nil),
            ], by: \.region)
        #expect(use.first?.ratio == 0.5 && use.first?.records == 1 && use.first?.leftOut == 3)
        let none = OperatingRate.rolledUp([record("b", .year(2025), nil, 1)], by: \.plant)
        #expect(none.first?.ratio == nil && none.first?.leftOut == 1)
    }

    @Test func `more than the capacity is possible and marked`() {
        let use = OperatingRate.rolledUp([record("a", .year(2025), 120, 100)], by: \.plant).first
        #expect(use?.ratio == 1.2 && use?.isAboveCapacity == true && use?.idle == 0)
        // Another plant's overtime does not make idle places work.
        let both = OperatingRate.rolledUp(
            [record("a", .year(2025), 120, 100), record("b", .year(2025), 10, 100)], by: \.region)
        #expect(both.first?.idle == 90)
    }

    @Test func `a whole lies between its least and its most used part`() {
        var generator = SeededGenerator(seed: 25)
        for _ in 0..<500 {
            let records = (0..<6).map { index in
                record(
                    "p\(index)", .year(2025), Double(generator.next(below: 100)),
                    Double(1 + generator.next(below: 100)))
            }
            let parts = OperatingRate.rolledUp(records, by: \.plant).compactMap(\.ratio)
            let whole = OperatingRate.rolledUp(records, by: \.region).first?.ratio ?? -1
            #expect(whole >= (parts.min() ?? 2) - 1e-12 && whole <= (parts.max() ?? -2) + 1e-12)
        }
    }

    @Test func `a pipeline without a demand, or without what exists, has no ratio`() {
        var pipeline = CapacityPipeline(existing: 100, underConstruction: 50, approved: 30)
        #expect(pipeline.total == 180 && pipeline.overheating == nil && pipeline.growth == 0.8)
        pipeline.demand = 120
        #expect(pipeline.overheating == 1.5)
        pipeline.existing = nil
        #expect(pipeline.overheating == nil && pipeline.growth == nil && !pipeline.isComplete)
        #expect(CapacityPipeline().total == nil)
    }

    @Test func `makers at zero and below a thousand a month are told apart`() throws {
        let rules = try #require(RuleSet.builtIn("document-001"))
        let month = CalendarPoint.month(2025, 12)
        let records = [
            record("zero", month, 0, 9000), record("low", month, 999, 9000),
            record("enough", month, 1000, 9000),
            record("silent", month, nil, 9000),
            // Two plants of one maker: 600 + 500 is not low.
            record("p1", month, 600, 9000, maker: "two"), record("p2", month, 500, 9000, maker: "two"),
            // Only a year is known: 6,000 ÷ 12 = 500 a month.
            record("yearly", .year(2025), 6000, 100_000),
        ]
        let verdicts = rules.verdicts(on: records)
        func outcome(_ rule: String, _ maker: String) -> RuleVerdict.Outcome? {
            verdicts.first { $0.rule == rule && $0.subject == maker }?.outcome
        }
        #expect(outcome("zero-output", "zero") == .applies && outcome("low-output", "zero") == .doesNotApply)
        #expect(outcome("low-output", "low") == .applies && outcome("zero-output", "low") == .doesNotApply)
        #expect(outcome("low-output", "enough") == .doesNotApply)
        #expect(outcome("low-output", "two") == .doesNotApply)
        #expect(outcome("low-output", "silent") == .insufficientData)
        #expect(outcome("low-output", "yearly") == .applies)
        #expect(verdicts.count == 12)
    }

    @Test func `two low years in a row suggest an exit, a gap does not`() throws {
        let rules = try #require(RuleSet.builtIn("exit-notice-2012"))
        let verdicts = rules.verdicts(on: [
            record("a", .year(2024), 10, 9000), record("a", .year(2025), 900, 9000),
            record("b", .year(2023), 10, 9000), record("b", .year(2025), 10, 9000),
            record("c", .year(2024), 10, 9000), record("c", .year(2025), 5000, 9000),
        ])
        #expect(verdicts.map(\.outcome) == [.applies, .insufficientData, .doesNotApply])
        #expect(verdicts.first?.figures.map(\.value) == [10, 900])
        #expect(rules.rules.allSatisfy { $0.suggestsExit })
    }

    @Test func `a year is put together from all its months or not at all`() throws {
        let rules = try #require(RuleSet.builtIn("exit-notice-2012"))
        var records: [OperatingRecord] = []
        for month in 1...12 {
            records.append(record("a", .month(2024, month), 10, 900))
            records.append(record("a", .month(2025, month), 20, 900))
        }
        let verdict = rules.verdicts(on: records).first
        #expect(verdict?.outcome == .applies && verdict?.figures.map(\.value) == [120, 240])
        records.removeLast()
        #expect(rules.verdicts(on: records).first?.outcome == .insufficientData)
    }

    @Test func `a region is compared with its class as a whole`() throws {
        let rules = try #require(RuleSet.builtIn("investment-2018"))
        var records: [OperatingRecord] = []
        for year in [2024, 2025] {
            records.append(record("a", .year(year), 20, 100, region: "r.a"))
            records.append(record("b", .year(year), 80, 100, region: "r.b"))
            records.append(record("c", .year(year), 1, 100, productClass: "cv", region: "r.a"))
        }
        let verdicts = rules.verdicts(on: records)
        #expect(
            verdicts.map { [$0.productClass ?? "", $0.subject] } == [
                ["cv", "r.a"], ["pv", "r.a"], ["pv", "r.b"],
            ])
        // Alone in its class a region is never below it.
        #expect(verdicts.map(\.outcome) == [.doesNotApply, .applies, .doesNotApply])
        #expect(verdicts[1].figures.map(\.compared) == [0.5, 0.5])
    }

    @Test func `every rule set says where it comes from`() {
        #expect(Set(RuleSet.builtIn.map(\.id)).count == RuleSet.builtIn.count)
        for set in RuleSet.builtIn {
            #expect(!set.version.isEmpty && !set.source.en.isEmpty && !set.source.zh.isEmpty)
            #expect(set.basis != .stated || !set.paragraphs.isEmpty)
            #expect(
                set.basis == .stated || set.source.en.contains("general knowledge")
            )
        }
    }
}
