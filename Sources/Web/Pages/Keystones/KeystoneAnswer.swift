import Ecosystem
import Reporting
import Studies

/// The answer of the keystone page: the curve beside the two directions, then segments, places, what size says, firms.
struct KeystoneAnswer {
    let page: KeystonesPage
    let report: Report
    let address: String

    private var language: Language { page.language }

    /// Blocks that the page lays out itself.
    private static let placed: Set<String> = [
        "rank-curve", "directions", "segments", "sectors", "regions", "sizes", "named", "ranking", "hit",
        "paths",
    ]

    var markup: HTML {
        let links = PageLinks(
            package: page.package.id, run: address, language: language, site: page.site)
        let renderer = HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(page.package.model, citing: report.citedParagraphs),
            outline: page.site.outlines[page.package.id])
        return HTML(.div, .class("stack"), .id("result")) {
            renderer.notices(of: report, isLabelled: page.package.stated != nil)
            ReportConditions(
                report: report, package: page.package, item: page.call.item("scenario"), language: language,
                links: links
            ).markup
            if report.table("rank-curve") == nil { plain(renderer) } else { laidOut(renderer) }
            renderer.cited(report)
        }
    }

    /// An answer without a curve: scenarios of a network, or what is missing.
    private func plain(_ renderer: HTMLRenderer) -> HTML {
        HTML(.div, .class("grid")) {
            HTML(.div, .class("c8 stack")) { renderer.content(of: report) }
            HTML(.div, .class("c4 stack")) { beside }
        }
    }

    private func laidOut(_ renderer: HTMLRenderer) -> HTML {
        HTML([
            figures(renderer),
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c7")) { blocks(["rank-curve"], renderer) }
                HTML(.div, .class("c5")) { blocks(["directions"], renderer) }
            },
            blocks(["ranking"], renderer),
            pair(renderer),
            blocks(["segments", "sectors"], renderer),
            blocks(["regions"], renderer),
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c7")) { blocks(["sizes"], renderer) }
                HTML(.div, .class("c5 stack")) {
                    KeystoneMap(page: page, report: report).markup ?? .empty
                    if !hasPair { KeystoneForm(page: page).markup }
                }
            },
            blocks(["named"], renderer),
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c7 stack")) { renderer.content(of: notes) }
                HTML(.div, .class("c5 stack")) {
                    KeystoneWays(page: page, report: report).markup
                    Reproduction(report: report, address: address, call: page.call, package: page.package)
                        .panel
                }
            },
            HTML(.details, .class("fold")) {
                HTML(.summary) { Localized("Method and everything else", "方法与其余内容")[language] }
                HTML(.h2) { Localized("Method and everything else", "方法与其余内容")[language] }
                renderer.content(of: rest)
                HTML(.div, .class("grid sec")) {
                    HTML(.div, .class("c7 stack")) {
                        Sharing(
                            report: report, address: address, call: page.call, package: page.package,
                            site: page.site
                        ).panels
                    }
                }
            },
        ])
    }

    private var hasPair: Bool { report.table("hit") != nil || report.table("paths") != nil }

    /// Through whom a loss travels, beside the form that asks for another pair.
    private func pair(_ renderer: HTMLRenderer) -> HTML {
        guard hasPair else { return .empty }
        return HTML(.div, .class("grid")) {
            HTML(.div, .class("c8 stack")) { blocks(["paths", "hit"], renderer) }
            HTML(.div, .class("c4 stack")) { KeystoneForm(page: page).markup }
        }
    }

    private var beside: HTML {
        HTML([
            KeystoneForm(page: page).markup, KeystoneWays(page: page, report: report).markup,
            Reproduction(report: report, address: address, call: page.call, package: page.package).panel,
        ])
    }

    private func figures(_ renderer: HTMLRenderer) -> HTML {
        for case .figures(let figures) in report.blocks { return renderer.figures(figures) }
        return .empty
    }

    private func blocks(_ ids: [String], _ renderer: HTMLRenderer) -> HTML {
        let found = ids.flatMap { id in report.blocks.filter { $0.tableID == id } }
        return found.isEmpty ? .empty : renderer.content(of: found)
    }

    private var notes: [Block] {
        report.blocks.filter { block in if case .note = block { true } else { false } }
    }

    /// What has no place of its own above.
    private var rest: [Block] {
        report.blocks.filter { block in
            switch block {
            case .table, .picture: block.tableID.map { !Self.placed.contains($0) } ?? true
            case .method: true
            case .note, .figures, .heading: false
            }
        }
    }
}

extension Block {
    /// The id of its table; `nil` for blocks without one.
    fileprivate var tableID: String? {
        switch self {
        case .table(let table): table.id
        case .picture(let picture): picture.table.id
        case .heading, .figures, .note, .method: nil
        }
    }
}
