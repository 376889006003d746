import Ecosystem
import Reporting

extension Overview {
    /// The tables of the overview: each cell with what it rests on.
    struct Tables {
        let model: EcosystemModel
        let result: Result
        let tree: RegionTree
        let presence: OrganizationPresence

        init(_ model: EcosystemModel, _ result: Result) {
            self.model = model
            self.result = result
            tree = RegionTree(model, region: result.region)
            presence = OrganizationPresence(model, tree)
        }

        /// A count, or "no record" where there is none.
        func count(_ number: Int, _ records: some Collection<Record>) -> Cell {
            number == 0 ? .noRecord : .number(number, origin: .counted(records))
        }

        /// A count over a whole table.
        func count(_ number: Int, of kind: RecordKind) -> Cell { count(number, model.records(of: kind)) }

        func figure(_ headline: Headline) -> Figure {
            let indicator = model.find(headline.id, as: Indicator.self)
            let name = model.name(of: headline.indicator.text)
            let entity = model.name(of: headline.entity)
            return Figure(
                Localized("\(name.en), \(entity.en)", "\(entity.zh)：\(name.zh)"),
                indicator?.wordsCell.value ?? Cell.notPrinted.value, period: indicator?.periodWords,
                origin: indicator?.origin,
                meaning: indicator?.record.target("indicator_id")?.phrase("definition"))
        }

        func countFigures() -> [Figure] {
            func figure(_ label: Localized, _ unit: Localized, _ count: Int, _ kind: RecordKind) -> Figure {
                let cell = self.count(count, of: kind)
                return Figure(label, cell.value, unit: count == 0 ? nil : unit, origin: cell.origin)
            }
            return [
                figure(
                    Localized("Organizations on record", "记录中的机构"), Localized("organizations", "家"),
                    result.organizations, .organization),
                figure(
                    Localized("Sites on record", "记录中的点位"), Localized("sites", "个"),
                    result.places.reduce(0) { $0 + $1.sites }, .site),
                figure(
                    Localized("Relations on record", "记录中的关系"), Localized("relations", "条"),
                    model.count(of: .relation), .relation),
            ]
        }

        func loom() -> Table {
            var rows: [[Cell]] = []
            let woven = Set(result.loom.cells.map(\.place))
            for place in result.loom.places where woven.contains(place) {
                for stage in result.loom.stages {
                    var number = Cell.noRecord
                    var names = Cell.noRecord
                    if let cell = result.loom.cell(place, stage) {
                        let owners = cell.organizations.map(\.text)
                        var origin = Origin.counted(
                            model.records(ids: cell.activities.map(\.text)), atBest: cell.basis)
                        origin.records = Set(origin.records + owners.prefix(Origin.namedRecords)).sorted()
                        number = .number(cell.count, origin: origin)
                        names = model.linksCell(owners, origin: origin)
                    }
                    rows.append([
                        model.linkCell(place.text), .text(Vocabulary.chainStage.label(stage)), number, names,
                    ])
                }
            }
            return Table(
                "loom", Localized("Organizations by place and stage", "各地区各阶段的机构数"),
                caption: Localized("“no record” does not mean that there is none", "“无记录”不等于没有"),
                columns: [
                    .words("place", "Place", "地区"), .words("stage", "Stage", "阶段"),
                    .numbers("organizations", "Organizations", "机构", unit: Localized("on record", "条记录")),
                    .words("names", "Which", "名称"),
                ], rows: rows)
        }

        func places() -> Table {
            let organizations = model.all(Organization.self)
            func records(_ kind: RecordKind, _ field: FieldName, in place: RegionID) -> [Record] {
                model.records(of: kind).filter { tree.place(of: $0.text(field).map(RegionID.init)) == place }
            }
            return Table(
                "places", Localized("The places compared", "各地区记录数"),
                columns: [
                    .words("place", "Place", "地区"), .words("role", "Role in the documents", "文献所述角色"),
                    .numbers("organizations", "Organizations", "机构"),
                    .numbers("at_home", "At home there", "所在地在此"), .numbers("sites", "Sites", "点位"),
                    .numbers("not_in_place", "Planned or given up", "规划或已迁出"),
                    .numbers("parks", "Parks", "园区"),
                    .numbers("policies", "Policies", "政策"), .numbers("events", "Events", "事件"),
                ],
                rows: result.places.map { place in
                    let here = organizations.filter { presence.places(of: $0.id).contains(place.id) }
                    let home = organizations.filter { tree.place(of: $0.home) == place.id }
                    let sites = records(.site, "region_id", in: place.id).map(Site.init)
                    let region = model.find(place.id, as: Region.self)
                    return [
                        model.linkCell(place.id.text),
                        region?.role.map { .text($0, origin: region?.origin) } ?? .noRecord,
                        count(place.organizations, here.map(\.record)),
                        count(place.atHome, home.map(\.record)),
                        count(place.sites, sites.filter(\.isInPlace).map(\.record)),
                        count(place.sitesNotInPlace, sites.filter { !$0.isInPlace }.map(\.record)),
                        count(place.parks, records(.park, "region_id", in: place.id)),
                        count(place.policies, records(.policy, "region_id", in: place.id)),
                        count(place.events, records(.event, "region_id", in: place.id)),
                    ]
                })
        }

        func stages() -> Table {
            let activities = model.all(Activity.self).filter {
                $0.organization.map(presence.isInside) == true
            }
            return Table(
                "stages", Localized("Stages of the chain", "产业链阶段"),
                caption: Localized("Segments with an organization inside the region", "区域内有机构的环节"),
                columns: [
                    .words("stage", "Stage", "阶段"), .numbers("segments", "Segments", "环节"),
                    .numbers("with", "With an organization", "有机构的环节"),
                    .numbers("organizations", "Organizations", "机构"),
                ],
                rows: result.stages.map { stage in
                    let segments = model.records(of: .segment, where: "stage", is: stage.stage)
                    let own = activities.filter {
                        $0.segment.flatMap { model.find($0, as: Segment.self)?.stage } == stage.stage
                    }
                    return [
                        .text(Vocabulary.chainStage.label(stage.stage)), count(stage.segments, segments),
                        count(stage.segmentsWithOrganizations, own.map(\.record)),
                        count(stage.organizations, own.map(\.record)),
                    ]
                })
        }

        func kinds() -> Table {
            Table(
                "kinds", Localized("Records by kind", "各类记录数"),
                columns: [
                    .words("kind", "Kind", "类别"), .words("table", "Table", "数据表"),
                    .numbers("records", "Records", "记录"),
                ],
                rows: result.kinds.map { entry in
                    [.text(entry.kind.label), .text(entry.table), count(entry.count, of: entry.kind)]
                })
        }
    }
}
