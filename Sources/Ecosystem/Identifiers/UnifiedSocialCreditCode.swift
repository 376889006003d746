/// The Unified Social Credit Code of an organization registered in mainland China (GB 32100-2015).
///
/// 18 characters: the registering department, the category, six digits of the *registering authority's* division,
/// the nine characters of the organization code (GB 11714), a check character. The division need not be where the
/// organization sits now, may be 100000 (national) and may be repealed: none of these is an error.
public struct UnifiedSocialCreditCode: CheckedIdentifier {
    /// The 18 characters.
    public let text: String

    init(unchecked text: String) { self.text = text }

    /// The registering department, character 1.
    public var registrar: Character { text.first ?? "0" }
    /// The category of organization, character 2; its meaning depends on the department.
    public var category: Character { text.dropFirst().first ?? "0" }
    /// The division of the registering authority, characters 3 to 8, not the present location.
    public var registeringDivision: String { String(text.dropFirst(2).prefix(6)) }
    /// The organization code (GB 11714), characters 9 to 17.
    public var organizationCode: String { String(text.dropFirst(8).prefix(9)) }
    /// The check character, character 18.
    public var checkCharacter: Character { text.last ?? "0" }

    /// The registering department in words, where its character is a known one.
    public var registrarName: Localized? { Self.registrars[registrar] }

    /// The category in words, where department and character are known.
    public var categoryName: Localized? { Self.categories[registrar]?[category] }

    /// Registering departments: the list of GB 32100 with its later additions (as a public page of the registration
    /// authorities gives them; a digits-only first character, which some programs demand, refuses A, N and Y).
    static let registrars: [Character: Localized] = [
        "1": Localized("institutional establishment", "机构编制"),
        "2": Localized("foreign affairs", "外交"),
        "3": Localized("judicial administration", "司法行政"),
        "4": Localized("culture", "文化"),
        "5": Localized("civil affairs", "民政"),
        "6": Localized("tourism", "旅游"),
        "7": Localized("religious affairs", "宗教"),
        "8": Localized("trade unions", "工会"),
        "9": Localized("market regulation", "市场监管"),
        "A": Localized("Central Military Commission", "中央军委"),
        "N": Localized("agriculture", "农业"),
        "Y": Localized("other", "其他"),
    ]

    /// Categories of the two departments whose lists are known here; 9 is "other" in both.
    static let categories: [Character: [Character: Localized]] = [
        "9": [
            "1": Localized("enterprise", "企业"),
            "2": Localized("individual business", "个体工商户"),
            "3": Localized("farmers' cooperative", "农民专业合作社"),
            "9": Localized("other", "其他"),
        ],
        "5": [
            "1": Localized("social organization", "社会团体"),
            "2": Localized("private non-enterprise unit", "民办非企业单位"),
            "3": Localized("foundation", "基金会"),
            "9": Localized("other", "其他"),
        ],
    ]
}
