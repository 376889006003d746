import Ecosystem
import Reporting

/// What stands before and behind something: one tier on each side, as far as it is on record.
struct Tiers {
    /// One box.
    struct Node {
        /// Its words.
        var title: Localized
        /// Where it leads; `nil` for what is not on record.
        var link: (kind: RecordKind, id: String)?
        /// What it gives or takes, and where it is.
        var remark: Localized?

        /// A box for a record.
        init(_ record: Record, remark: Localized? = nil) {
            title = record.name
            link = (record.kind, record.id)
            self.remark = remark
        }

        /// A dotted box: nothing is on record.
        init(none title: Localized) { self.title = title }
    }

    /// Heading and the sentence under it.
    var title: Localized
    var text: Localized
    /// Left, middle, right.
    var before: [Node]
    var middle: Node
    var behind: [Node]

    /// Boxes shown on one side.
    static let limit = 7

    /// The section in HTML: three columns of boxes with threads between them, a list on a phone.
    func markup(_ language: Language, _ links: PageLinks) -> HTML {
        HTML(.section, .class("sec")) {
            HTML(.h2) { title[language] }
            HTML(.p) { text[language] }
            HTML(.div, .class("panel")) {
                HTML(.div, .class("tiers")) {
                    column(before, "col before", language, links)
                    HTML(.ul, .class("col")) { box(middle, "node me", language, links, isMiddle: true) }
                    column(behind, "col behind", language, links)
                }
            }
        }
    }

    private func column(_ nodes: [Node], _ names: String, _ language: Language, _ links: PageLinks) -> HTML {
        HTML(.ul, .class(names)) {
            for node in nodes {
                box(node, node.link == nil ? "node none" : "node", language, links, isMiddle: false)
            }
        }
    }

    private func box(_ node: Node, _ names: String, _ language: Language, _ links: PageLinks, isMiddle: Bool)
        -> HTML
    {
        HTML(.li) {
            HTML(.div, .class(names)) {
                if isMiddle {
                    HTML(.b) { node.title[language] }
                } else if let link = node.link, let address = links.address(of: link.kind, id: link.id) {
                    HTML(.a, .href(address)) { node.title[language] }
                } else {
                    node.title[language]
                }
                if let remark = node.remark { HTML(.small) { remark[language] } }
            }
        }
    }
}
