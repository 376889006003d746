import ChainAnalysis
import Ecosystem
import Reporting

extension Candidates {
    /// Lays the candidates out: how many, the map with its table, what the ranking does not say.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        guard let (question, component) = try question(input) else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "Nothing is asked for: this package has no component; name a segment.",
                    "无可查找：此数据包没有部件；请指定环节。"), blocks: [.method(Candidates.method)])
        }
        let search = CandidateSearch(question, in: model)
        let what = component.map { model.name(of: $0.id.text) } ?? model.name(of: question.segment.text)
        var blocks: [Block] = [.figures(figures(search, question, in: model))]
        if !search.candidates.isEmpty { blocks.append(.picture(map(search, question, in: model))) }
        blocks += notes(search, question, component, in: model).map(Block.note)
        blocks += model.records(ids: result.corrections.map(\.text)).map { .note($0.correctionNote) }
        if !result.compare.isEmpty { blocks.append(.table(compareTable(result, search, input))) }
        blocks.append(.method(Candidates.method))
        return ReportDraft(
            title: Localized("Who else could make: \(what.en)", "还有谁能做：\(what.zh)"),
            answer: answer(search, question, in: model), blocks: blocks)
    }

    private func answer(
        _ search: CandidateSearch, _ question: CandidateSearch.Question, in model: EcosystemModel
    )
        -> Localized
    {
        let segment = model.name(of: question.segment.text)
        let same = search.candidates.filter { $0.match == .same }
        let others = search.candidates.count - same.count
        guard let first = same.first else {
            return Localized(
                "No organization is on record in \(segment.en); \(others) work in related segments.",
                "\(segment.zh.beforeChinese)环节无机构记录；相关环节有 \(others) 家。")
        }
        let count = Localized.count(same.count, "organization works", "organizations work", "家机构")
        var answer = Localized("\(count.en) in \(segment.en)", "\(segment.zh.beforeChinese)环节有 \(count.zh)")
        let nearest = same.filter { $0.way != nil }.min { left, right in
            (left.way?.distance.value ?? 0, left.organization) < (
                right.way?.distance.value ?? 0, right.organization
            )
        }
        if let nearest, let way = nearest.way, let near = question.near {
            let name = model.name(of: nearest.organization.text)
            let place = model.name(of: near)
            let km = way.distance.value.words(decimals: 0)
            answer =
                answer
                + Localized(
                    "; the nearest is \(name.en), about \(km) km from \(place.en) (\(way.exactness.label.en))",
                    "；最近的是\(name.zh)，距\(place.zh.beforeChinese)约 \(km) 公里（\(way.exactness.label.zh)）")
        } else {
            let name = model.name(of: first.organization.text)
            answer = answer + Localized("; first \(name.en), distance unknown", "；首位是\(name.zh)，距离未知")
        }
        return answer + Localized(".", "。")
    }

    private func figures(
        _ search: CandidateSearch, _ question: CandidateSearch.Question, in model: EcosystemModel
    )
        -> [Figure]
    {
        CandidateSearch.Match.allCases.map { match in
            let found = search.candidates.filter { $0.match == match }
            let label = Localized("Organizations, \(match.label.en)", "机构，\(match.label.zh)")
            if found.isEmpty { return Figure(label, Cell.noRecord.value) }
            return Figure(
                label, .number(FigureNumber(found.count)), unit: Localized("organizations", "家"),
                origin: Origin.combined(found.map(\.origin), atBest: .counted).shortened)
        }
    }

    private func map(
        _ search: CandidateSearch, _ question: CandidateSearch.Question, in model: EcosystemModel
    )
        -> Picture
    {
        let hasCapacity = search.candidates.contains { $0.capacity != nil }
        var columns: [Table.Column] = [
            .words("organization", "Organization", "机构"), .words("match", "Why", "理由"),
            .words("segments", "Works in", "从事环节"), .words("inside", "In the region", "在区内"),
            .numbers("distance", "Distance", "距离", unit: Localized("km", "公里")),
            .words("exactness", "Measured to", "量至"), .words("place", "Place", "所在"),
        ]
        if hasCapacity {
            columns += [.numbers("capacity", "Weekly capacity", "周产能"), .words("unit", "Unit", "单位")]
        }
        columns += [
            .numbers("lon", "Longitude", "经度", unit: Localized("degrees", "度")),
            .numbers("lat", "Latitude", "纬度", unit: Localized("degrees", "度")),
        ]
        let near = question.near.map { model.name(of: $0) }
        return Picture(
            .map(name: "organization", longitude: "lon", latitude: "lat", kind: "match"),
            Table(
                "candidates", Localized("Candidates, best first", "候选机构，依次排列"),
                caption: near.map {
                    Localized("Distance from \($0.en) along a great circle", "自\($0.zh)起的大圆距离")
                }, columns: columns,
                rows: search.candidates.map { row($0, hasCapacity: hasCapacity, in: model) }))
    }

    private func row(_ candidate: CandidateSearch.Candidate, hasCapacity: Bool, in model: EcosystemModel)
        -> [Cell]
    {
        let origin = candidate.origin
        let spot = candidate.way?.to
        let distance = Origin.combined(
            [origin]
                + [candidate.way?.from.record, spot?.record].compactMap {
                    $0.flatMap { model.record(id: $0)?.origin }
                },
            atBest: candidate.way?.exactness == .site ? .derived : .estimated)
        let inside = candidate.isInside.map { $0 ? Localized("inside", "区内") : Localized("outside", "区外") }
        var row: [Cell] = [
            model.linkCell(candidate.organization.text, origin: origin),
            .text(candidate.match.label, origin: origin), model.linksCell(candidate.segments.map(\.text)),
            inside.map { .text($0, origin: origin) } ?? .unknown,
            candidate.way.map { .number($0.distance.value, decimals: 0, origin: distance) } ?? .unknown,
            candidate.way.map { .text($0.exactness.label) } ?? .missing(Localized("no point", "无点位")),
            model.linkCell(
                spot?.record ?? model.find(candidate.organization, as: Organization.self)?.home?.text),
        ]
        if hasCapacity {
            row.append(candidate.capacity.map { .number($0, decimals: 0, origin: origin) } ?? .noRecord)
            row.append(candidate.unit.map { .text(UnitOfMeasure($0).label) } ?? .noRecord)
        }
        row.append(spot.map { .number($0.point.longitude, decimals: 2, origin: distance) } ?? .unknown)
        row.append(spot.map { .number($0.point.latitude, decimals: 2, origin: distance) } ?? .unknown)
        return row
    }

    private func notes(
        _ search: CandidateSearch, _ question: CandidateSearch.Question, _ component: Component?,
        in model: EcosystemModel
    ) -> [Note] {
        var notes: [Note] = []
        if let component {
            if let supplier = component.supplier {
                let name = model.name(of: supplier.text)
                notes.append(
                    Note(
                        .note, Localized("Supplied now by \(name.en)", "现由\(name.zh.beforeChinese)供应"),
                        Localized("It and its group are left out.", "已排除该机构及其集团。"), origin: component.origin))
            } else {
                notes.append(
                    Note(
                        .gap, Localized("Who supplies it now is not named", "现供应商未点名"),
                        Localized("One of the candidates may be the supplier already.", "候选之一可能已是供应商。"),
                        origin: component.origin))
            }
        }
        if question.near == nil {
            notes.append(
                Note(
                    .gap, Localized("No distance: where it is needed is not given", "无距离：未指定需求地"),
                    Localized(
                        "Give near an id of a site, organization, park or region.", "请在 near 填点位、机构、园区或地区的编号。"
                    )))
        } else if !search.hasPoint {
            notes.append(
                Note(
                    .gap, Localized("No distance: where it is needed has no point", "无距离：需求地没有点位"),
                    Localized("Choose a site or a smaller region.", "请选择点位或更小的地区。")))
        } else {
            let rough = search.candidates.count { ($0.way?.exactness ?? .site) != .site }
            if rough > 0 {
                notes.append(
                    Note(
                        .warning,
                        Localized.count(
                            rough, "distance is approximate", "distances are approximate", "个距离为约数"),
                        Localized(
                            "An end is known to the district or region alone.", "至少一端只知到区县或地区。")))
            }
        }
        let pointless = search.candidates.count { $0.way == nil }
        if search.hasPoint, pointless > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized.count(
                        pointless, "candidate has no point", "candidates have no point", "家候选无点位"),
                    Localized("Their distance is unknown, not zero.", "其距离为未知，不是零。")))
        }
        return notes
    }

    private func compareTable(_ result: Result, _ search: CandidateSearch, _ input: StudyInput) -> Table {
        let own = Compared(
            package: input.model.identity.id, hasSegment: true,
            same: search.candidates.count { $0.match == .same })
        return Table(
            "compare", Localized("The same segment in the compared packages", "各数据包的同一环节"),
            columns: [
                .words("package", "Package", "数据包"),
                .numbers("same", "Organizations of the same segment", "同一环节机构"),
            ],
            rows: zip([input.model] + input.others, [own] + result.compare).map { model, answer in
                let missing = Cell.missing(Localized("segment not in this package", "此包无该环节"))
                let origin = Origin(basis: .derived, records: result.segment.map { [$0.text] } ?? [])
                let count = answer.same == 0 ? Cell.noRecord : .number(answer.same, origin: origin)
                return [.text(model.identity.title), answer.hasSegment ? count : missing]
            })
    }
}
