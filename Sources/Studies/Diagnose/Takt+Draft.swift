import Ecosystem
import Reporting

extension Takt {
    /// Lays the answer out: the given line with its stations, then what documents print.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        var blocks: [Block] = []
        let figures = figures(result, in: model)
        if !figures.isEmpty { blocks.append(.figures(figures)) }
        if let line = result.line {
            blocks.append(
                .picture(
                    Picture(
                        .bars(name: "station", values: ["pace"]), stationTable(line),
                        highlight: line.bottlenecks.first)))
            blocks.append(.table(lineTable(line, result.assumptions)))
        }
        if !result.documented.isEmpty {
            let table = documentedTable(result, in: model)
            blocks.append(
                result.line == nil
                    ? .picture(Picture(.bars(name: "line", values: ["seconds", "before"]), table))
                    : .table(table))
        }
        blocks += notes(result, in: model).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(compareTable(result, input))) }
        blocks.append(.method(Takt.method))
        return ReportDraft(title: description.title, answer: answer(result, in: model), blocks: blocks)
    }

    /// Where the numbers of a given line come from.
    func supplied(_ line: Result.Line) -> Origin {
        Origin(
            basis: max(line.basis ?? .declared, .declared),
            note: Localized("given as \(line.name)", "由 \(line.name) 给出"))
    }

    /// Where outputs of a given line come from that rest on the hours that were set.
    func estimated(_ line: Result.Line, _ assumed: Result.Assumptions) -> Origin {
        Origin(
            basis: .estimated,
            note: Localized("given as \(line.name); ", "由 \(line.name) 给出；") + assumed.words)
    }

    /// What rests on the hours that were set.
    func estimated(_ line: Result.Documented, in model: EcosystemModel, _ assumed: Result.Assumptions)
        -> Origin
    {
        Origin.combined(
            model.records(ids: line.figures.prefix(1).map(\.text)).map(\.origin), atBest: .estimated,
            note: assumed.words)
    }

    private func answer(_ result: Result, in model: EcosystemModel) -> Localized {
        if let line = result.line {
            let stations = line.bottlenecks.joined(separator: ", ")
            let (cycle, aDay) = (line.cycle.words(), line.piecesADay.rounded(.down).words())
            var parts = [
                Localized(
                    "A piece leaves the line every \(cycle) seconds, \(aDay) a day; \(stations) "
                        + (line.bottlenecks.count == 1 ? "holds" : "hold") + " it back",
                    "产线每 \(cycle) 秒出一件，日产 \(aDay) 件；瓶颈为 \(stations)")
            ]
            if let takt = line.takt, let lacking = line.lackingADay {
                let slow = line.stations.filter { $0.isAboveTakt == true }.count
                parts.append(
                    lacking > 0
                        ? Localized(
                            "the demand asks for a piece every \(takt.words(decimals: 2)) seconds: \(lacking.rounded(.up).words()) a day are "
                                + "lacking and \(slow) stations are too slow",
                            "需求节拍为 \(takt.words(decimals: 2)) 秒：每日缺 \(lacking.rounded(.up).words()) 件，\(slow) 个工位过慢"
                        )
                        : Localized(
                            "that meets the demand, which asks for one every \(takt.words(decimals: 2)) seconds",
                            "满足需求（需求节拍 \(takt.words(decimals: 2)) 秒）"))
            }
            let joined = Localized.joined(parts, Localized("; ", "；"))
            return Localized(joined.en + ".", joined.zh + "。")
        }
        guard let first = result.documented.first else {
            return Localized(
                "No cycle time is on record and no line was given; give its stations as a matrix file.",
                "没有节拍记录，也未给出产线；请以矩阵文件给出工位。")
        }
        let name = model.name(of: first.entity)
        let what =
            model.record(id: Vocabulary.cycle.text)?.phrase("definition") ?? Localized("one piece", "一件")
        return Localized(
            "\(name.en): \(first.cycle.sentence.en) is the printed \(what.en), so \(first.piecesAnHour.words()) an hour "
                + "and, at \(result.assumptions.hours.words()) hours, \(first.piecesADay.words(decimals: 0)) a day; its stations are not printed, "
                + "so its bottleneck is unknown.",
            "\(name.zh)：原文“\(what.zh)”为 \(first.cycle.sentence.zh)，即每小时 \(first.piecesAnHour.words()) 套；按每日 "
                + "\(result.assumptions.hours.words()) 小时计，日产 \(first.piecesADay.words(decimals: 0)) 套；工位未印，瓶颈未知。"
        )
    }

    private func figures(_ result: Result, in model: EcosystemModel) -> [Figure] {
        if let line = result.line {
            let origin = supplied(line)
            return [
                Figure(
                    Localized("Cycle time", "产线节拍"), .number(FigureNumber(line.cycle, decimals: 1)),
                    unit: Localized("seconds", "秒"), origin: origin),
                Figure(
                    Localized("Output a day", "日产量"),
                    .number(FigureNumber(line.piecesADay.rounded(.down), decimals: 0)),
                    unit: Localized("pieces", "件"), origin: estimated(line, result.assumptions)),
                Figure(
                    Localized("Line efficiency", "平衡率"), Cell.percent(line.efficiency).value,
                    unit: Localized(same: "%"), origin: origin),
            ]
        }
        guard let first = result.documented.first else { return [] }
        let name = model.name(of: first.entity)
        return [Vocabulary.cycle, Vocabulary.gain, Vocabulary.workforce].compactMap { definition in
            FigureIndex(model, definition).figure(of: first.entity).map { figure in
                Figure(
                    Localized("\(figure.name.en), \(name.en)", "\(name.zh)\(figure.name.zh)"),
                    figure.cell.value,
                    unit: figure.printed?.unit.label, period: figure.periodWords, origin: figure.origin)
            }
        }
    }

    private func notes(_ result: Result, in model: EcosystemModel) -> [Note] {
        var notes: [Note] = []
        if result.line == nil {
            notes.append(
                Note(
                    .gap, Localized("No station of a line is printed", "产线工位未印"),
                    Localized(
                        "Bottleneck, balance and takt stay unknown. Give a matrix file with a row a station and a column seconds; "
                            + "docs/samples/takt/line.csv is an example.",
                        "瓶颈、平衡率与需求节拍未知。可给出矩阵文件：每个工位一行，列为 seconds；docs/samples/takt/line.csv 为示例。")))
        }
        if !result.documented.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("Hours of work are not printed", "工时未印"),
                    Localized(
                        "Outputs a day and a year rest on hours, availability and days set for this run.",
                        "日产量与年产量取决于本次设定的工时、可用率与天数。")))
        }
        for line in result.documented where line.gain != nil {
            guard let gain = line.gain, let before = line.secondsBefore else { continue }
            let percent = gain.value.percentWords(decimals: 0)
            notes.append(
                Note(
                    .note,
                    Localized(
                        "A gain of \(percent.en) is read as \((1 + gain.value).words()) times as many pieces",
                        "效率提升 \(percent.zh)读作件数为 \((1 + gain.value).words()) 倍"),
                    Localized(
                        "The cycle before would then have been \(before.words()) seconds. The document does not say what efficiency "
                            + "means here.",
                        "则此前节拍为 \(before.words()) 秒。文献未说明效率的含义。"),
                    origin: Origin.combined(
                        model.records(ids: line.figures.map(\.text)).map(\.origin), atBest: .inferred)))
        }
        if let line = result.line, line.reliefCycle < line.cycle {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "One more place at \(line.bottlenecks.joined(separator: ", ")) brings the cycle to \(line.reliefCycle.words()) seconds",
                        "\(line.bottlenecks.joined(separator: "、").beforeChinese)各加一个并行工位，节拍降至 \(line.reliefCycle.words()) 秒"
                    ),
                    Localized(
                        "\(line.reliefPiecesADay.rounded(.down).words()) pieces a day instead of \(line.piecesADay.rounded(.down).words()).",
                        "日产由 \(line.piecesADay.rounded(.down).words()) 件增至 \(line.reliefPiecesADay.rounded(.down).words()) 件。"
                    ),
                    origin: estimated(line, result.assumptions)))
        }
        return notes
    }
}

extension Takt.Result.Assumptions {
    /// What is assumed, in words.
    var words: Localized {
        let part = availability.percentWords(decimals: 0)
        return Localized(
            "\(hours.words()) hours a day at \(part.en), \(days) days a year are assumed",
            "假设每日 \(hours.words()) 小时、可用率 \(part.zh)、每年 \(days) 天")
    }
}
