import DataPackages
import Ecosystem
import Foundation
import Reporting
import Store
import Studies

/// Where own data begins: what it is, a form that makes a package, and the visitor's packages.
struct OwnStartPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    /// A matrix, table or network that cannot be used.
    var refusal: OwnRefusal?

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Own data", "我的数据"),
            lead: Localized(
                "Upload tables of your own and ask the same questions of them. What you upload is seen only by those who have its private link.",
                "上传自己的数据表，用同样的研究提问。上传的内容只有持有私有链接的人能看到。"),
            crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            if let refusal {
                OwnRefusalNote(refusal: refusal, package: package, site: site, language: language).markup
            }
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c8 stack")) { form }
                HTML(.div, .class("c4 stack")) {
                    mine
                    rules
                }
            }
        }
    }

    private var form: HTML {
        guard site.own != nil else {
            return HTML(.div, .class("note")) {
                WebProblem.nothingKept.details.first?.message[language] ?? ""
            }
        }
        return HTML(.section, .class("panel"), .label(Localized("New package", "新建数据包")[language])) {
            HTML(.h2) { Localized("New package", "新建数据包")[language] }
            HTML(
                .form, .class("form"), .method("post"), .action("\(root)/own"),
                HTML.Attribute("enctype", "multipart/form-data")
            ) {
                OwnUploadForm.token(call)
                HTML(.div, .class("field")) {
                    HTML(.label, .for("title")) { Localized("Title (may be left out)", "标题（可以不填）")[language] }
                    HTML(
                        .input, .id("title"), .name("title"), .class("in"), .type("text"),
                        HTML.Attribute("maxlength", "\(OwnData.titleLength)"),
                        HTML.Attribute("autocomplete", "off"))
                }
                HTML(.div, .class("field")) {
                    HTML(.label, .for("start")) { Localized("Begin with", "起点")[language] }
                    HTML(
                        .select, .id("start"), .name("start"), .class("in"),
                        HTML.Attribute("aria-describedby", "start-hint")
                    ) {
                        HTML(.option, .value("")) { Localized("An empty package", "空的数据包")[language] }
                        for id in site.order {
                            HTML(.option, .value(id)) {
                                let title = site.packages[id]?.model.identity.title ?? Localized(same: id)
                                Localized("A copy of \(title.en)", "\(title.zh)的副本")[language]
                            }
                        }
                    }
                    HTML(.p, .class("hint"), .id("start-hint")) {
                        Localized(
                            "Into a copy, your tables are added; the original stays as it is.",
                            "选副本时，您的数据加入副本；原数据包不变。")[language]
                    }
                }
                OwnUploadForm(site: site, language: language, isOptional: true).fields
                HTML(.div, .class("acts")) {
                    OwnUploadForm.button(Localized("Make the package", "建立数据包"), language)
                }
            }
        }
    }

    private var mine: HTML {
        let packages = call.owner.flatMap { site.own?.store.ownPackages(of: $0) } ?? []
        return HTML(.section, .class("panel"), .label(Localized("Your packages", "您的数据包")[language])) {
            HTML(.h2) { Localized("Your packages", "您的数据包")[language] }
            if packages.isEmpty {
                HTML(.p, .class("small muted")) {
                    Localized("None made with this browser yet.", "此浏览器还没有建立过数据包。")[language]
                }
            } else {
                HTML(.ul, .class("stack")) {
                    for own in packages {
                        HTML(.li) {
                            HTML(.a, .href("/r/\(OwnAddress.id(own.token))/own")) {
                                own.title.isEmpty ? own.handle : own.title
                            }
                            " "
                            HTML(.span, .class("small muted")) {
                                let day = OwnTime.text(own.changedAt)
                                Localized(
                                    "version \(own.current), \(day)", "第 \(own.current) 版，\(day)")[language]
                            }
                        }
                    }
                }
            }
        }
    }

    private var rules: HTML {
        HTML(.section, .class("panel"), .label(Localized("How it is kept", "如何保存")[language])) {
            HTML(.h2) { Localized("How it is kept", "如何保存")[language] }
            HTML(.ul, .class("stack small")) {
                for text in [
                    Localized(
                        "Nothing is changed before you have seen what would change and what is wrong, with row and column.",
                        "先列出将要发生的更改，以及问题所在的行和列，确认后才写入。"),
                    Localized(
                        "Every change is a version; you can go back, and delete all of it.",
                        "每次更改都是一个版本；可以撤销，也可以全部删除。"),
                    Localized(
                        "The private link is the only key: who has it can read and change the package. Keep it safe; it cannot be found again.",
                        "私有链接是唯一的钥匙：持有者可以查看和更改。请妥善保存，遗失无法找回。"),
                    Localized(
                        "The operator of this site can read what is stored on it.", "本站管理员能够读取保存在此的内容。"),
                ] { HTML(.li) { text[language] } }
            }
        }
    }
}

/// Times on the pages of own data: UTC+8, to the minute.
enum OwnTime {
    static func text(_ seconds: Double) -> String {
        guard let zone = TimeZone(secondsFromGMT: 8 * 3600), seconds.isFinite, seconds.magnitude < 1e11 else {
            return ""
        }
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: zone).year().month().day()
            .time(includingFractionalSeconds: false)
        return String(Date(timeIntervalSince1970: seconds).formatted(style).prefix(16)) + " UTC+8"
    }
}
