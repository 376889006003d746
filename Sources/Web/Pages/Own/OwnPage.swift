import DataPackages
import Ecosystem
import Reporting
import Store
import Studies

/// An own package: its private link, the file that waits with what it would change, its versions and inputs.
struct OwnPage {
    let site: Site
    let call: Call
    let entry: OwnEntry
    /// The file that waits; `nil` for none.
    let staged: StagedDraft?
    /// A matrix, table or network that cannot be used.
    var refusal: OwnRefusal?

    private var language: Language { call.language }
    private var package: ServedPackage { entry.served }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Own data", "我的数据"),
            lead: package.model.identity.title, crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            steps
            if let refusal {
                OwnRefusalNote(refusal: refusal, package: package, site: site, language: language).markup
            }
            if let staged {
                OwnDraftView(site: site, call: call, entry: entry, staged: staged).markup
            }
            HTML(.div, .class("grid sec")) {
                HTML(.div, .class("c8 stack")) {
                    if staged == nil { inUse }
                    upload
                    versions
                    inputs
                }
                HTML(.div, .class("c4 stack")) {
                    link
                    deletion
                }
            }
        }
    }

    /// Upload, look, use: where the visitor is.
    private var steps: HTML {
        let names = [
            Localized("Upload a file", "上传文件"), Localized("Assign columns, look at the changes", "指定列、查看更改"),
            Localized("Use it", "使用"),
        ]
        let current = staged != nil ? 1 : entry.package.current > 1 || !package.supplied.isEmpty ? 2 : 0
        return HTML(.ol, .class("steps")) {
            for (number, name) in names.enumerated() {
                HTML(
                    .li, .class(number < current ? "done" : number == current ? "now" : ""),
                    number == current ? .current("step") : nil
                ) { HTML(.b) { name[language] } }
            }
        }
    }

    private var link: HTML {
        HTML(.section, .class("panel"), .label(Localized("Private link", "私有链接")[language])) {
            HTML(.h2) { Localized("Private link", "私有链接")[language] }
            HTML(.p, .class("small")) {
                Localized(
                    "Keep this address: it is the only way here. Who has it can read and change the package.",
                    "请保存此地址：这是唯一的入口，持有者可以查看和更改。")[language]
            }
            HTML(.p) { HTML(.a, .href("\(root)/own"), .class("id wrap-any")) { "\(root)/own" } }
            HTML(.p, .class("small muted")) {
                Localized(
                    "Answers and files bear the id \(entry.package.handle), which opens nothing.",
                    "结果和文件中只写编号 \(entry.package.handle)，它不能用来打开数据包。")[language]
            }
        }
    }

    // MARK: What is in use

    private var inUse: HTML {
        let model = package.model
        let errors = package.findings.count(.error)
        return HTML(.section, .class("panel"), .label(Localized("In use", "使用")[language])) {
            HTML(.h2) { Localized("In use", "使用")[language] }
            HTML(.p) {
                if model.recordCount == 0 {
                    Localized(
                        "The package is empty. Upload tables: organizations, sites, relations, any that you have.",
                        "数据包是空的。请上传数据表：机构、点位、关系等均可。")[language]
                } else {
                    Localized(
                        "\(model.recordCount) records. Every page, map, study and search works on them.",
                        "\(model.recordCount) 条记录。各页面、地图、研究和检索都可使用。")[language]
                }
            }
            HTML(.div, .class("acts")) {
                HTML(.a, .class("btn pri"), .href(root)) { Localized("Open", "打开首页")[language] }
                HTML(.a, .class("btn"), .href("\(root)/map")) { Localized("Map", "地图")[language] }
                HTML(.a, .class("btn"), .href("\(root)/studies")) { Localized("Studies", "研究")[language] }
                HTML(.a, .class("btn"), .href("\(root)/quality")) {
                    Localized("Findings: \(package.findings.count)", "检查结果 \(package.findings.count) 条")[
                        language]
                }
                HTML(.a, .class("btn"), .href("\(root)/own/download")) {
                    Localized("Download (zip)", "下载（zip）")[language]
                }
            }
            if errors > 0, model.recordCount > 0 {
                HTML(.p, .class("small muted")) {
                    Localized(
                        "\(errors) findings are errors: answers that rest on those records may mislead.",
                        "其中 \(errors) 条是错误：依据这些记录的结果可能误导。")[language]
                }
            }
        }
    }

    private var upload: HTML {
        HTML(.section, .class("panel"), .label(Localized("Upload a file", "上传文件")[language])) {
            HTML(.h2) { Localized("Upload a file", "上传文件")[language] }
            HTML(
                .form, .class("form"), .method("post"), .action("\(root)/own/file"),
                HTML.Attribute("enctype", "multipart/form-data")
            ) {
                OwnUploadForm.token(call)
                OwnUploadForm(site: site, language: language).fields
                HTML(.div, .class("acts")) {
                    OwnUploadForm.button(Localized("Upload", "上传"), language, isMain: staged == nil)
                }
            }
        }
    }

    // MARK: Versions

    private var versions: HTML {
        HTML(
            .section, .class("panel"), .id("versions"), .label(Localized("Versions", "版本")[language])
        ) {
            HTML(.h2) { Localized("Versions", "版本")[language] }
            HTML(.dl, .class("rows")) {
                for version in entry.package.versions.reversed() {
                    HTML(.dt) { Localized("Version \(version.number)", "第 \(version.number) 版")[language] }
                    HTML(.dd) {
                        OwnTime.text(version.madeAt) + " · " + origin(of: version)
                        if version.number == entry.package.current {
                            " "
                            HTML(.span, .class("tag")) { Localized("present", "当前")[language] }
                        }
                    }
                }
            }
            if entry.package.versions.count > 1 {
                HTML(.form, .method("post"), .action("\(root)/own/undo"), .class("acts")) {
                    OwnUploadForm.token(call)
                    HTML(.input, .type("hidden"), .name("version"), .value("\(entry.package.current)"))
                    OwnUploadForm.button(
                        Localized("Undo: back to the version before", "撤销：回到上一版"), language,
                        isMain: false)
                }
            }
        }
    }

    private func origin(of version: OwnVersion) -> String {
        guard version.what.isEmpty else { return version.what }
        guard !entry.package.start.isEmpty else { return Localized("begun empty", "空的起点")[language] }
        let title = site.packages[entry.package.start]?.model.identity.title
        let name = title ?? Localized(same: entry.package.start)
        return Localized("copy of \(name.en)", "\(name.zh)的副本")[language]
    }

    // MARK: Matrix, table, network

    private var inputs: HTML {
        guard !package.supplied.isEmpty else { return .empty }
        return HTML(
            .section, .class("panel"), .id("inputs"),
            .label(Localized("Computing inputs", "计算输入")[language])
        ) {
            HTML(.h2) { Localized("Matrix, table, network", "矩阵、投入产出表、网络")[language] }
            for kind in ComputingInput.Kind.allCases {
                if let loaded = package.supplied[kind] { input(kind, loaded) }
            }
        }
    }

    private func input(_ kind: ComputingInput.Kind, _ loaded: LoadedComputingInput) -> HTML {
        let takers = site.studies.map(\.description).filter { $0.takes.contains(kind) }
        return HTML(.div, .class("stack")) {
            HTML(.dl, .class("rows")) {
                HTML(.dt) { kind.label[language] }
                HTML(.dd) { loaded.input.name }
                HTML(.dt) { "SHA-256" }
                HTML(.dd, .class("id wrap-any")) { loaded.input.fingerprint }
                HTML(.dt) { Localized("Studies that take it", "可用的研究")[language] }
                HTML(.dd) {
                    if takers.isEmpty {
                        Localized("none yet", "暂无")[language]
                    } else {
                        for (number, study) in takers.enumerated() {
                            if number > 0 { Localized(", ", "、")[language] }
                            HTML(.a, .href("\(root)/studies/\(study.id)?supplied=\(kind.rawValue)")) {
                                study.title[language]
                            }
                        }
                    }
                }
            }
            if let table = FindingTable(findings: loaded.findings, model: package.model).table {
                HTMLRenderer(
                    language: language,
                    links: PageLinks(package: package.id, run: nil, language: language, site: site),
                    sources: SourceDirectory(package.model, citing: [])
                ).table(table)
            }
            HTML(.form, .method("post"), .action("\(root)/own/inputs/\(kind.rawValue)/drop"), .class("acts"))
            {
                OwnUploadForm.token(call)
                OwnUploadForm.button(Localized("Remove", "移除"), language, isMain: false)
            }
        }
    }

    private var deletion: HTML {
        HTML(.section, .class("panel"), .label(Localized("Delete", "删除")[language])) {
            HTML(.h2) { Localized("Delete", "删除")[language] }
            HTML(.form, .class("form"), .method("post"), .action("\(root)/own/delete")) {
                OwnUploadForm.token(call)
                HTML(.div, .class("checks col")) {
                    HTML(.label) {
                        HTML(.input, .type("checkbox"), .name("sure"), .value("yes"), .flag("required"))
                        Localized(
                            "All versions, files, runs and scenarios of it", "全部版本、文件、运行和情景")[language]
                    }
                }
                HTML(.div, .class("acts")) {
                    OwnUploadForm.button(Localized("Delete all of it", "全部删除"), language, isMain: false)
                }
            }
        }
    }
}
