/// Which places UN/LOCODEs stand for, and which variants circulate for them.
///
/// A variant is an alias with a note, never an error. ``bohai`` holds the ports of the northern coast; a data
/// package may bring its own entries.
public struct LocodeRegister: Sendable {
    /// A place of the register.
    public struct Entry: Sendable, Hashable {
        /// The code.
        public let code: Locode
        /// The name.
        public let name: Localized
        /// What the place is for.
        public let functions: LocodeFunctions

        /// A place.
        public init(code: Locode, name: Localized, functions: LocodeFunctions = .port) {
            self.code = code
            self.name = name
            self.functions = functions
        }
    }

    /// A code that circulates for a place whose code is another one.
    public struct Alias: Sendable, Hashable {
        /// The variant as written.
        public let variant: Locode
        /// The code that is meant.
        public let meant: Locode
        /// The place that the register gives the variant to, where there is one.
        public let belongsTo: Localized?

        /// An alias.
        public init(variant: Locode, meant: Locode, belongsTo: Localized? = nil) {
            self.variant = variant
            self.meant = meant
            self.belongsTo = belongsTo
        }
    }

    /// What a text stands for.
    public struct Resolution: Sendable, Hashable {
        /// The code as written.
        public let written: Locode
        /// The code that is meant, the written one where no alias applies.
        public let meant: Locode
        /// The entry of the code that is meant, where the register has it.
        public let entry: Entry?
        /// A warning for an alias or an unlisted code.
        public let finding: IdentifierFinding?
    }

    /// The places, by code.
    public let entries: [Entry]
    /// The variants, by code.
    public let aliases: [Alias]

    /// A register of these places and variants.
    public init(entries: [Entry], aliases: [Alias] = []) {
        self.entries = entries.sorted { $0.code < $1.code }
        self.aliases = aliases.sorted { $0.variant < $1.variant }
    }

    /// This register with further places and variants.
    public func adding(entries more: [Entry] = [], aliases further: [Alias] = []) -> LocodeRegister {
        LocodeRegister(entries: entries + more, aliases: aliases + further)
    }

    /// The place of a code.
    public func entry(_ code: Locode) -> Entry? { entries.first { $0.code == code } }

    /// What a code stands for here.
    ///
    /// A variant that the register gives to another place (CNHUA is Huangpu) is ambiguous: it stands for itself,
    /// unless `place` names the port that is meant; the finding's suggestion holds the other reading.
    public func resolve(_ code: Locode, place: String? = nil) -> Resolution {
        if let alias = aliases.first(where: { $0.variant == code }) {
            let target = entry(alias.meant)
            let isNamed = place.map { name in target.map { Self.names(name, $0.name) } ?? false } ?? false
            let meant = alias.belongsTo == nil || isNamed ? alias.meant : code
            return Resolution(
                written: code, meant: meant, entry: entry(meant),
                finding: Self.finding(alias, target, meant: meant))
        }
        let entry = entry(code)
        let finding: IdentifierFinding? =
            entry != nil
            ? nil
            : IdentifierFinding(
                .warning, .unknownCode, value: code.text,
                Localized(
                    "\(code.text) is not in the list of ports at hand; compare with the UN/LOCODE register.",
                    "现有港口表中没有 \(code.text)，请与 UN/LOCODE 名录核对。"))
        return Resolution(written: code, meant: code, entry: entry, finding: finding)
    }

    private static func names(_ text: String, _ name: Localized) -> Bool {
        let words = SearchTokens(text)
        let own = SearchTokens(name.en)
        let sharesWord = words.words.contains { own.words.first == $0 }
        let sharesRun = words.runs.contains { run in run.contains(name.zh.prefix(2)) || name.zh.contains(run)
        }
        return sharesWord || sharesRun
    }

    private static func finding(_ alias: Alias, _ target: Entry?, meant: Locode) -> IdentifierFinding {
        let name = target?.name ?? Localized(same: alias.meant.text)
        let owner =
            alias.belongsTo.map { Localized(" In the register it is \($0.en).", "名录中该代码为\($0.zh)。") }
            ?? Localized(" The register has no seaport of this code.", "名录中没有此海港代码。")
        return IdentifierFinding(
            .warning, .alias, value: alias.variant.text, expected: meant.text, suggestion: alias.meant.text,
            Localized(
                "\(alias.variant.text) circulates for \(name.en), whose code is \(alias.meant.text).\(owner.en)",
                "\(alias.variant.text) 常被用来指\(name.zh)，其代码应为 \(alias.meant.text)。\(owner.zh)"))
    }
}
