extension HTML {
    /// An attribute of an element.
    ///
    /// Names are literals of the program. Those that can run script (`on…`, `style`, `srcdoc`) are not written as such
    /// but lose their meaning by a `data-refused-` in front; addresses pass ``WebAddress/safe(_:)``.
    public struct Attribute: Sendable, Equatable {
        /// The name.
        public let name: String
        /// The value, not yet escaped.
        public let value: String

        /// Any attribute whose name is a literal.
        public init(_ name: StaticString, _ value: String) {
            // Most names are of program data or for assistive programs: no address, no script, spelled as they are.
            if HTML.isHyphenated(name) {
                self.name = name.description
                self.value = value
                return
            }
            let text = name.description.lowercased()
            let isPlain =
                !text.isEmpty
                && text.utf8.allSatisfy { byte in
                    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
                        || byte == 0x5F
                }
            if !isPlain || text.hasPrefix("on") || text == "style" || text == "srcdoc" {
                self.name = "data-refused-" + text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
                self.value = value
            } else {
                self.name = HTML.spelled[text] ?? text
                self.value = HTML.addressNames.contains(text) ? WebAddress.safe(value) : value
            }
        }

        /// An attribute of which the program knows that it is spelled so and holds no address and no script.
        private init(known name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        /// An attribute that is there or not, such as `open`.
        public static func flag(_ name: StaticString, _ isOn: Bool = true) -> Attribute? {
            isOn ? Attribute(name, "") : nil
        }

        /// Classes, separated by spaces.
        public static func `class`(_ names: String) -> Attribute { Attribute(known: "class", names) }
        /// The element's id; spaces become `-`.
        public static func id(_ name: String) -> Attribute {
            Attribute(
                known: "id", name.utf8.allSatisfy { (0x21...0x7E).contains($0) } ? name : spaceless(name))
        }
        private static func spaceless(_ name: String) -> String {
            String(name.map { $0.isWhitespace ? "-" : $0 })
        }
        /// Where a link leads.
        public static func href(_ address: String) -> Attribute {
            Attribute(known: "href", WebAddress.safe(address))
        }
        /// What is loaded.
        public static func src(_ address: String) -> Attribute {
            Attribute(known: "src", WebAddress.safe(address))
        }
        /// Where a form is sent.
        public static func action(_ address: String) -> Attribute {
            Attribute(known: "action", WebAddress.safe(address))
        }
        /// How a form is sent.
        public static func method(_ verb: String) -> Attribute { Attribute(known: "method", verb) }
        /// A field's name.
        public static func name(_ name: String) -> Attribute { Attribute(known: "name", name) }
        /// A field's value.
        public static func value(_ value: String) -> Attribute { Attribute(known: "value", value) }
        /// The kind of a field, button or link.
        public static func type(_ type: String) -> Attribute { Attribute(known: "type", type) }
        /// The field that a label names.
        public static func `for`(_ id: String) -> Attribute { Attribute(known: "for", id) }
        /// The language of the content.
        public static func lang(_ code: String) -> Attribute { Attribute(known: "lang", code) }
        /// What a header cell stands for: `col` or `row`.
        public static func scope(_ scope: String) -> Attribute { Attribute(known: "scope", scope) }
        /// The role for assistive programs.
        public static func role(_ role: String) -> Attribute { Attribute(known: "role", role) }
        /// A name for assistive programs where the content says none.
        public static func label(_ text: String) -> Attribute { Attribute(known: "aria-label", text) }
        /// Hidden from assistive programs, because it only decorates.
        public static let decorative = Attribute(known: "aria-hidden", "true")
        /// The current one of several links: `page`, `step` or `true`.
        public static func current(_ kind: String) -> Attribute { Attribute(known: "aria-current", kind) }
    }

    /// Whether a name begins with `data-` or `aria-` and goes on in small letters, digits and hyphens.
    private static func isHyphenated(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { bytes in
            guard bytes.count > 5, bytes[4] == 0x2D else { return false }
            let isData = bytes[0] == 0x64 && bytes[1] == 0x61 && bytes[2] == 0x74 && bytes[3] == 0x61
            let isAria = bytes[0] == 0x61 && bytes[1] == 0x72 && bytes[2] == 0x69 && bytes[3] == 0x61
            return (isData || isAria)
                && bytes.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                }
        }
    }

    /// Attributes that hold an address.
    private static let addressNames: Set<String> = [
        "action", "background", "cite", "data", "formaction", "href", "longdesc", "manifest", "ping",
        "poster", "src",
        "srcset",
    ]

    /// SVG attributes that are not in lower case.
    private static let spelled = [
        "viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "patternunits": "patternUnits",
        "patterntransform": "patternTransform",
    ]
}
