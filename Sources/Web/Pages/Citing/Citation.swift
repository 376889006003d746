import Ecosystem
import Reporting

/// How an answer or a data package is cited: title, versions, fingerprint and address, in plain words and for BibTeX.
///
/// No date stands in it: an address that is a hash of everything that the answer rests on does not need one, and the
/// documents print no year of the package.
struct Citation {
    /// What is cited.
    let title: Localized
    /// The study and its version; `nil` for a package as a whole.
    var study: (id: String, version: String)?
    /// The data.
    let package: PackageStamp
    /// The licence of the data.
    var licence: String?
    /// The whole address, with scheme and host where they are known; empty for a visitor's own package, whose address is
    /// private.
    let address: String
    /// A short name that tells this citation from others.
    let key: String

    private static let authors = Localized("The Jingwei authors", "经纬作者")

    /// The citation in plain words.
    var plain: Localized {
        let fingerprint = "SHA-256 \(package.fingerprint.prefix(16))…"
        let study = study.map {
            Localized(" Study \($0.id), version \($0.version).", "研究 \($0.id)，第 \($0.version) 版。")
        }
        let licence = licence.map { Localized(", \($0)", "，\($0)") } ?? Localized(same: "")
        return Localized(
            "\(Citation.authors.en). \(title.en).\(study?.en ?? "") Data package \(package.id) \(package.version)\(licence.en) "
                + "(\(fingerprint)). Jingwei \(Site.version). \(address)",
            "\(Citation.authors.zh). \(title.zh)[DB/OL]. \(study?.zh ?? "")数据包 \(package.id) \(package.version)\(licence.zh)"
                + "（\(fingerprint)）。经纬 \(Site.version)。\(address)")
    }

    /// The entry for BibTeX, in one language.
    func bibtex(_ language: Language) -> String {
        let study = study.map { ", study \($0.id) version \($0.version)" } ?? ""
        let licence = licence.map { " (\($0))" } ?? ""
        let fields: [(String, String)] =
            [
                ("author", "{\(Citation.escaped(Citation.authors[language]))}"),
                ("title", "{\(Citation.escaped(title[language]))}"),
                ("howpublished", Citation.escaped("Jingwei \(Site.version)\(study)")),
                (
                    "note",
                    Citation.escaped(
                        "Data package \(package.id) \(package.version)\(licence), SHA-256 \(package.fingerprint)"
                    )
                ),
            ] + (address.isEmpty ? [] : [("url", address)])
        let lines = fields.map { "  \($0.0) = {\($0.1)}" }
        return "@misc{\(key),\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    /// Text with the characters that BibTeX and TeX read as commands made harmless.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\textbackslash{}"
            case "~": out += "\\textasciitilde{}"
            case "^": out += "\\textasciicircum{}"
            case "{", "}", "$", "&", "#", "%", "_": out += "\\" + String(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// The citation as data.
    var json: JSONValue {
        .object([
            "title": Site.both(title), "text": Site.both(plain), "bibtex": .string(bibtex(.en)),
            "address": .string(address), "package": .string(package.id), "version": .string(package.version),
            "fingerprint": .string(package.fingerprint),
            "study": study.map { .string($0.id) } ?? .null,
            "licence": licence.map(JSONValue.string) ?? .null,
        ])
    }
}

extension Citation {
    /// The citation of a run's answer.
    init(_ report: Report, run: String, call: Call, package: ServedPackage) {
        self.init(
            title: report.title, study: (report.study, report.version), package: report.package,
            licence: package.model.identity.licence,
            address: package.own == nil ? call.whole("/r/\(WebAddress.encoded(package.id))/runs/\(run)") : "",
            key: "jingwei-\(report.study)-\(run.prefix(8))")
    }

    /// The citation of a package.
    init(_ package: ServedPackage, call: Call) {
        let stamp = PackageStamp(package.model)
        let name = stamp.id.unicodeScalars.map { scalar -> Character in
            let isPlain =
                ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
            return isPlain ? Character(scalar) : "-"
        }
        self.init(
            title: package.model.identity.title, package: stamp, licence: package.model.identity.licence,
            address: package.own == nil ? call.whole("/r/\(WebAddress.encoded(package.id))/data") : "",
            key: "jingwei-\(String(name))-\(stamp.fingerprint.prefix(8))")
    }

    /// The panel of a page: plain words, BibTeX, and the file.
    func panel(_ language: Language, file: String) -> HTML {
        HTML(.section, .class("panel"), .id("cite")) {
            HTML(.h2) { Localized("Cite", "引用")[language] }
            HTML(.p, .class("small cite")) { plain[language] }
            HTML(.details) {
                HTML(.summary) { "BibTeX" }
                HTML(.pre, .class("cmd"), HTML.Attribute("tabindex", "0")) {
                    HTML(.code) { bibtex(language) }
                }
                HTML(.p, .class("small")) {
                    HTML(.a, .href(WebAddress.path(file, query: [("lang", language.rawValue)]))) {
                        Localized("as a file", "存为文件")[language] + " (.bib)"
                    }
                }
            }
        }
    }

    /// The entry as a file.
    func file(_ language: Language) -> Answer {
        .download(
            Array(bibtex(language).utf8), mediaType: "application/x-bibtex; charset=utf-8", name: key + ".bib"
        )
    }
}
