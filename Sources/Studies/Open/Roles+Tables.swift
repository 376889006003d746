import Ecosystem
import Reporting

extension Roles {
    /// The tables of the roles.
    struct Tables {
        let model: EcosystemModel
        let result: Result
        private let profiles: Profiles

        init(_ model: EcosystemModel, _ result: Result) {
            self.model = model
            self.result = result
            profiles = Profiles(model, region: result.benchmark)
        }

        private var benchmarkName: Localized {
            result.benchmark.map { model.name(of: $0.text) } ?? Localized("the whole package", "整个数据包")
        }

        func functions() -> Table {
            var rows: [[Cell]] = []
            for profile in result.places {
                let sites = profiles.sites(in: profile.place)
                for part in profile.functions {
                    let own = sites.filter { $0.functions.contains(part.code) }.map(\.record)
                    let origin = Origin.counted(own)
                    rows.append(
                        [
                            model.linkCell(profile.place.text),
                            .text(Ecosystem.Vocabulary.siteFunction.label(part.code)),
                        ] + numbers(part, origin))
                }
            }
            return Table(
                "functions", Localized("Functions of sites against the whole region", "点位功能与全区域对比"),
                caption: Localized(
                    "Benchmark: \(benchmarkName.en), \(result.benchmarkSites.words) sites in place",
                    "基准：\(benchmarkName.zh)，已有点位 \(result.benchmarkSites.words) 个"),
                columns: [
                    .words("place", "Place", "地区"), .words("function", "Function", "功能"),
                    .numbers("sites", "Sites", "点位"), .percent("share", "Part of the place", "占本地"),
                    .percent("benchmark", "Part of the region", "占全区域"),
                    .numbers("quotient", "Location quotient", "区位商"),
                ], rows: rows)
        }

        private func numbers(_ part: Part, _ origin: Origin) -> [Cell] {
            let derived = Origin.combined([origin])
            return [
                .number(part.count, origin: origin), .percent(part.share, origin: derived),
                .percent(part.benchmarkShare, origin: derived),
                .number(part.locationQuotient, decimals: 2, origin: derived),
            ]
        }

        func stages() -> Table {
            let loom = PlaceStageMatrix(model, profiles.presence)
            var rows: [[Cell]] = []
            for profile in result.places {
                for part in profile.stages {
                    guard let cell = loom.cell(profile.place, part.code) else { continue }
                    let origin = Origin.counted(
                        model.records(ids: cell.activities.map(\.text)), atBest: cell.basis)
                    rows.append(
                        [
                            model.linkCell(profile.place.text),
                            .text(Ecosystem.Vocabulary.chainStage.label(part.code)),
                        ] + numbers(part, origin))
                }
            }
            return Table(
                "stages", Localized("Stages of the chain against the whole region", "产业链阶段与全区域对比"),
                columns: [
                    .words("place", "Place", "地区"), .words("stage", "Stage", "阶段"),
                    .numbers("organizations", "Organizations", "机构"),
                    .percent("share", "Part of the place", "占本地"),
                    .percent("benchmark", "Part of the region", "占全区域"),
                    .numbers("quotient", "Location quotient", "区位商"),
                ], rows: rows)
        }

        /// Roles, specialties, advantages and constraints as the documents put them.
        func words() -> Table {
            Table(
                "words", Localized("Roles as the documents put them", "文献所述角色"),
                columns: [
                    .words("place", "Place", "地区"), .words("role", "Role", "角色"),
                    .words("specialties", "Specialties", "专长环节"), .words("strong", "Leads in", "领先环节"),
                    .words("weak", "Weak in", "薄弱环节"), .words("advantages", "Advantages", "优势"),
                    .words("constraints", "Constraints", "约束"),
                ],
                rows: result.places.map { profile in
                    let region = model.find(profile.place, as: Region.self)
                    let notes = model.records(ids: profile.advantages.map(\.text))
                    func text(_ kinds: Set<String>) -> Cell {
                        let own = notes.filter { kinds.contains($0.text("kind") ?? "") }
                        let words = own.compactMap { $0.phrase("description") }
                        guard !words.isEmpty else { return .noRecord }
                        return .text(
                            Localized.joined(words, Localized("; ", "；")),
                            origin: .combined(own.map(\.origin), atBest: .stated))
                    }
                    return [
                        model.linkCell(profile.place.text),
                        profile.role.map { .text($0, origin: region?.origin) } ?? .notPrinted,
                        segments(profile.specialties, specialtyOrigin(profile)),
                        segments(profile.strong, assessmentOrigin(profile, ["strong"])),
                        segments(profile.weak, assessmentOrigin(profile, ["weak", "missing"])),
                        text(["advantage"]), text(["constraint"]),
                    ]
                })
        }

        private func segments(_ ids: [SegmentID], _ origin: Origin) -> Cell {
            model.linksCell(ids.map(\.text), origin: origin)
        }

        private func specialtyOrigin(_ profile: Profile) -> Origin {
            let relations = model.all(Relation.self, where: "predicate", is: Vocabulary.specialises)
                .filter { profiles.tree.place(of: RegionID($0.subject)) == profile.place }
            return .combined(relations.map(\.origin), atBest: .stated)
        }

        private func assessmentOrigin(_ profile: Profile, _ strengths: Set<String>) -> Origin {
            let own = model.all(Assessment.self).filter {
                strengths.contains($0.strength ?? "") && profiles.tree.place(of: $0.region) == profile.place
            }
            return .combined(own.map(\.origin), atBest: .stated)
        }

        func compare(_ others: [EcosystemModel]) -> Table {
            var rows: [[Cell]] = []
            for (other, compared) in zip(others, result.compare) {
                for profile in compared.places {
                    let best = profile.functions.max { $0.locationQuotient < $1.locationQuotient }
                    rows.append([
                        .text(other.identity.title), .text(other.name(of: profile.place.text)),
                        profile.role.map { .text($0) } ?? .notPrinted,
                        profile.sites == 0
                            ? .noRecord : .number(profile.sites, origin: Origin(basis: .counted)),
                        best.map { .text(Ecosystem.Vocabulary.siteFunction.label($0.code)) } ?? .noRecord,
                        best.map {
                            .number($0.locationQuotient, decimals: 2, origin: Origin(basis: .derived))
                        }
                            ?? .noRecord,
                    ])
                }
            }
            return Table(
                "compare", Localized("Places of the compared packages", "对比数据包的各地"),
                caption: Localized(
                    "Each quotient is against the region of its own package", "各区位商以其数据包自身区域为基准"),
                columns: [
                    .words("package", "Package", "数据包"), .words("place", "Place", "地区"),
                    .words("role", "Role", "角色"), .numbers("sites", "Sites", "点位"),
                    .words("function", "Function that stands out", "突出功能"),
                    .numbers("quotient", "Location quotient", "区位商"),
                ], rows: rows)
        }
    }
}
