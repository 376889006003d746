/// A public numbering with rules that `check` knows.
public enum IdentifierScheme: String, Sendable, Hashable, CaseIterable {
    /// Unified Social Credit Code, GB 32100-2015.
    case unifiedSocialCredit
    /// Code of an administrative division, GB/T 2260.
    case administrativeDivision
    /// Industry code, GB/T 4754; its edition stands in `industry_edition`.
    case industry
    /// Harmonized System code; its edition stands in `hs_edition`.
    case harmonizedSystem
    /// UN/LOCODE of a port or place.
    case locode
    /// Business partner number.
    case businessPartner
}
