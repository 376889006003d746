extension HTML {
    /// The elements that pages may use. `script` and `style` are missing, because their content is not text: the one
    /// place where a page names a script is ``HTML/script(from:)``.
    public enum Tag: String, Sendable, CaseIterable {
        case a, abbr, article, aside, b, blockquote, body, br, button, caption, code, col, colgroup, datalist,
            dd, del, details
        case div, dl, dt, em, fieldset, figcaption, figure, footer, form, h1, h2, h3, h4, head, header, hr,
            html, img, input
        case ins, kbd, label, legend, li, link, main, mark, meta, meter, nav, noscript, ol, optgroup, option,
            output, p, pre
        case progress, s, samp, search, section, select, small, span, strong, sub, summary, sup, table, tbody,
            td
        case textarea, tfoot, th, thead, time, title, tr, ul, wbr
        case svg, g, path, rect, circle, line, text, polygon, polyline, defs, pattern, use, symbol, desc

        /// Whether the element has no content and no end tag.
        public var isVoid: Bool {
            switch self {
            case .br, .col, .hr, .img, .input, .link, .meta, .wbr: true
            default: false
            }
        }
    }

    /// A `script` element that loads a file of this program; its address is guarded like every other.
    public static func script(from address: String, isModule: Bool = true) -> HTML {
        let kind: Attribute? = isModule ? .type("module") : nil
        return HTML(scriptWith: [Attribute.src(address)] + (kind.map { [$0] } ?? []))
    }

    /// A `base` element without an address: links of the page open in a window of their own, so that a page in a frame
    /// leaves the frame's host where it is.
    public static let linksOpenOutside = HTML(baseTarget: "_blank")
}
