import Ecosystem
import Reporting
import Studies

/// The fields with which a file is chosen, and what it is.
struct OwnUploadForm {
    let site: Site
    let language: Language
    /// Whether a file may be left out.
    var isOptional = false

    /// The fields.
    var fields: HTML {
        HTML([
            HTML(.div, .class("field")) {
                HTML(.label, .for("file")) {
                    isOptional
                        ? Localized("File (may be left out)", "文件（可以不选）")[language]
                        : Localized("File", "文件")[language]
                }
                HTML(
                    .input, .id("file"), .name("file"), .type("file"), .class("in file"),
                    HTML.Attribute("accept", ".csv,.txt,.tsv,.xlsx,.xlsm,.zip"),
                    HTML.Attribute("aria-describedby", "file-hint"),
                    .flag("required", !isOptional))
                HTML(.p, .class("hint"), .id("file-hint")) {
                    let limit = site.limits.uploadBytes >> 20
                    Localized(
                        "CSV (UTF-8 or GB 18030), XLSX, or a zip of CSV tables; at most \(limit) MB. Headers in Chinese or English are recognized; what is not can be assigned in the next step.",
                        "CSV（UTF-8 或 GB 18030）、XLSX，或多个 CSV 打包成的 zip；至多 \(limit) MB。中英文表头都能识别；未识别的可在下一步指定。")[
                            language]
                }
            },
            HTML(.div, .class("field")) {
                HTML(.label, .for("as")) { Localized("What it is", "文件内容")[language] }
                HTML(
                    .select, .id("as"), .name("as"), .class("in"),
                    HTML.Attribute("aria-describedby", "as-hint")
                ) {
                    HTML(.option, .value("data")) {
                        Localized("Tables or a data package", "数据表或数据包")[language]
                    }
                    for kind in ComputingInput.Kind.allCases {
                        HTML(.option, .value(kind.rawValue)) { OwnUploadForm.title(of: kind)[language] }
                    }
                }
                HTML(.p, .class("hint"), .id("as-hint")) {
                    Localized(
                        "Tables change the data package. A matrix, input-output table or supply network is kept beside it, and studies that take one compute with it.",
                        "数据表会更改数据包。矩阵、投入产出表、供应网络另存一旁，供接受它的研究使用。")[language]
                }
            },
        ])
    }

    /// What a computing input is called in a list of choices, with the form of its file.
    static func title(of kind: ComputingInput.Kind) -> Localized {
        switch kind {
        case .matrix: Localized("Matrix: regions by industries (CSV)", "矩阵：地区 × 行业（CSV）")
        case .table: Localized("Input-output table (zip of CSV)", "投入产出表（CSV 的 zip）")
        case .network: Localized("Supply network (zip of CSV)", "供应网络（CSV 的 zip）")
        }
    }

    /// A button that sends the form.
    static func button(_ title: Localized, _ language: Language, isMain: Bool = true) -> HTML {
        HTML(.button, .class(isMain ? "btn pri" : "btn"), .type("submit")) { title[language] }
    }

    /// What every form of this site carries.
    static func token(_ call: Call) -> HTML {
        HTML(.input, .type("hidden"), .name("token"), .value(call.formToken))
    }
}
