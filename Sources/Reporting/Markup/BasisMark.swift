public import Ecosystem

extension HTML {
    /// The mark of a basis and its word: solid where somebody said it, hollow where it is computed, dotted where it is
    /// guessed, hatched where it is not real.
    public static func basis(_ basis: Basis, _ language: Language) -> HTML {
        (language == .zh ? BasisMarks.zh : BasisMarks.en)[basis] ?? written(basis, language)
    }

    fileprivate static func written(_ basis: Basis, _ language: Language) -> HTML {
        HTML(.span, .class("basis " + basis.rawValue)) {
            mark(basis)
            basis.label[language]
        }
    }

    /// The mark alone, named for assistive programs.
    public static func basisMark(_ basis: Basis, _ language: Language) -> HTML {
        HTML(.span, .class("basis " + basis.rawValue), .role("img"), .label(basis.label[language])) {
            mark(basis)
        }
    }

    private static func mark(_ basis: Basis) -> HTML {
        HTML(.svg, .class("mk"), Attribute("viewbox", "0 0 10 10"), .decorative) {
            switch basis {
            case .stated: HTML(.path, .class("f"), Attribute("d", "M1 1h8v8H1z"))
            case .corrected:
                HTML(.path, .class("o"), Attribute("d", "M1.5 1.5h7v7h-7z"))
                HTML(.path, .class("f"), Attribute("d", "M1 1h8L1 9z"))
            case .counted:
                HTML(.path, .class("o"), Attribute("d", "M1.5 1.5h7v7h-7z"))
                HTML(.path, .class("o"), Attribute("d", "M4 3.2v3.6M6 3.2v3.6"))
            case .derived: HTML(.path, .class("o"), Attribute("d", "M5 1l4 4-4 4-4-4z"))
            case .declared:
                HTML(.circle, .class("f"), Attribute("cx", "5"), Attribute("cy", "5"), Attribute("r", "4"))
            case .general:
                HTML(.circle, .class("o"), Attribute("cx", "5"), Attribute("cy", "5"), Attribute("r", "3.5"))
                HTML(.path, .class("f"), Attribute("d", "M5 1a4 4 0 0 0 0 8z"))
            case .inferred: HTML(.path, .class("o d"), Attribute("d", "M5 .8l4.2 4.2L5 9.2.8 5z"))
            case .estimated:
                HTML(
                    .circle, .class("o d"), Attribute("cx", "5"), Attribute("cy", "5"), Attribute("r", "3.8"))
            case .synthetic:
                HTML(.path, .class("o"), Attribute("d", "M1 1h8v8H1z"))
                HTML(.path, .class("o h"), Attribute("d", "M1 5l4-4M1 9l8-8M5 9l4-4"))
            }
        }
    }
}

/// The marks with their words, written once: a page shows some hundreds of them.
private enum BasisMarks {
    static let zh = marks(.zh)
    static let en = marks(.en)

    private static func marks(_ language: Language) -> [Basis: HTML] {
        Dictionary(uniqueKeysWithValues: Basis.allCases.map { ($0, HTML.written($0, language)) })
    }
}
