import Ecosystem
import Reporting

extension Takt {
    func stationTable(_ line: Result.Line) -> Table {
        let origin = supplied(line)
        let seconds = Localized("seconds", "秒")
        return Table(
            "stations", Localized("Stations of the line", "产线工位"),
            columns: [
                .words("station", "Station", "工位"), .numbers("pace", "Pace", "节奏", unit: seconds),
                .numbers("seconds", "Work on a piece", "单件作业", unit: seconds),
                .numbers("places", "Places", "并行数"), .percent("load", "Of the cycle", "占节拍"),
                .words("mark", "Mark", "标记"), .numbers("needed", "Places for the takt", "需求节拍所需并行数"),
            ],
            rows: line.stations.map { station in
                var marks: [Localized] = []
                if station.isBottleneck { marks.append(Localized("bottleneck", "瓶颈")) }
                if station.isAboveTakt == true { marks.append(Localized("slower than the takt", "慢于需求节拍")) }
                return [
                    .text(station.id), .number(station.pace, decimals: 2, origin: origin),
                    .number(station.seconds, decimals: 2, origin: origin),
                    .number(station.places, origin: origin),
                    .percent(station.load, origin: origin),
                    marks.isEmpty ? .missing(Localized(same: "–")) : .text(Localized.joined(marks)),
                    station.placesNeeded.map { .number($0, origin: origin) }
                        ?? .missing(Localized("no demand given", "未给需求")),
                ]
            })
    }

    func lineTable(_ line: Result.Line, _ assumed: Result.Assumptions) -> Table {
        let (origin, guess) = (supplied(line), estimated(line, assumed))
        func row(
            _ en: String, _ zh: String, _ value: Double?, _ decimals: Int, _ unit: Localized,
            isAssumed: Bool = false
        ) -> [Cell] {
            [
                .text(Localized(en, zh)),
                value.map { .number($0, decimals: decimals, origin: isAssumed ? guess : origin) }
                    ?? .missing(Localized("no demand given", "未给需求")),
                .text(unit),
            ]
        }
        let (seconds, pieces) = (Localized("seconds", "秒"), Localized("pieces", "件"))
        return Table(
            "line", Localized("The line as a whole", "整条产线"),
            caption: assumed.words,
            columns: [
                .words("what", "What", "项目"), .numbers("value", "Value", "数值"), .words("unit", "Unit", "单位"),
            ],
            rows: [
                row("Cycle time", "产线节拍", line.cycle, 2, seconds),
                row("Takt", "需求节拍", line.takt, 2, seconds, isAssumed: true),
                row("Work in a piece", "单件总作业", line.work, 2, seconds),
                row("Places", "工位总数", Double(line.places), 0, Localized("places", "个")),
                row(
                    "Fewest places for the takt", "需求节拍下最少工位", line.fewestPlaces.map(Double.init), 0,
                    Localized("places", "个")),
                row("Pieces an hour", "每小时产量", line.piecesAnHour, 1, pieces),
                row("Pieces a day", "日产量", line.piecesADay.rounded(.down), 0, pieces, isAssumed: true),
                row("Pieces a year", "年产量", line.piecesAYear.rounded(.down), 0, pieces, isAssumed: true),
                row("Lacking a day", "每日缺口", line.lackingADay?.rounded(.up), 0, pieces, isAssumed: true),
                row("Line efficiency", "平衡率", line.efficiency * 100, 1, Localized(same: "%")),
                row("Balance delay", "平衡损失率", line.balanceDelay * 100, 1, Localized(same: "%")),
                row("Smoothness index", "平滑指数", line.smoothness, 2, seconds),
                row(
                    "Cycle with one more place at each bottleneck", "各瓶颈加一并行后的节拍", line.reliefCycle, 2,
                    seconds),
            ])
    }

    func documentedTable(_ result: Result, in model: EcosystemModel) -> Table {
        let seconds = Localized("seconds", "秒")
        let pieces = Localized("pieces", "件")
        return Table(
            "documented", Localized("Cycle times that documents print", "文献所印节拍"),
            columns: [
                .words("line", "Line", "产线"), .numbers("seconds", "Cycle as printed", "原文节拍", unit: seconds),
                .numbers("before", "Before the gain", "提升前", unit: seconds),
                .numbers("hour_low", "An hour from", "每小时下限", unit: pieces),
                .numbers("hour_high", "An hour to", "每小时上限", unit: pieces),
                .numbers("day", "A day", "每日", unit: pieces), .numbers("year", "A year", "每年", unit: pieces),
            ],
            rows: result.documented.map { line in
                let printed = model.origin(of: line.figures.prefix(1))
                let inferred = Origin.combined(
                    model.records(ids: line.figures.map(\.text)).map(\.origin), atBest: .inferred,
                    note: Localized("the gain is read as pieces in the same time", "效率提升按同样时间内的件数读"))
                let guess = estimated(line, in: model, result.assumptions)
                return [
                    model.linkCell(line.entity),
                    FigureIndex(model, Vocabulary.cycle).figure(of: line.entity)?.cell ?? .notPrinted,
                    line.secondsBefore.map { .number($0, decimals: 1, origin: inferred) } ?? .notPrinted,
                    line.piecesAnHourLow.map { .number($0, decimals: 0, origin: printed) } ?? .unknown,
                    line.piecesAnHourHigh.map { .number($0, decimals: 0, origin: printed) } ?? .unknown,
                    .number(line.piecesADay, decimals: 0, origin: guess),
                    .number(line.piecesAYear, decimals: 0, origin: guess),
                ]
            })
    }

    func compareTable(_ result: Result, _ input: StudyInput) -> Table {
        let models = [input.model] + input.others
        let answers = [result.documented] + result.compare.map(\.documented)
        return Table(
            "compare", Localized("Printed cycle times in the compared packages", "各数据包所印节拍"),
            columns: [
                .words("package", "Package", "数据包"), .words("line", "Line", "产线"),
                .numbers("seconds", "Cycle as printed", "原文节拍", unit: Localized("seconds", "秒")),
            ],
            rows: zip(models, answers).flatMap { model, lines -> [[Cell]] in
                guard !lines.isEmpty else { return [[.text(model.identity.title), .noRecord, .notPrinted]] }
                return lines.map { line in
                    [
                        .text(model.identity.title), .text(model.name(of: line.entity)),
                        FigureIndex(model, Vocabulary.cycle).figure(of: line.entity)?.cell ?? .notPrinted,
                    ]
                }
            })
    }
}
