/// The comparison sign of a printed figure.
public enum Qualifier: String, Sendable, Hashable, Codable, CaseIterable {
    /// The figure itself.
    case exactly = "="
    /// More than the figure.
    case moreThan = ">"
    /// Less than the figure.
    case lessThan = "<"
    /// The figure or more.
    case atLeast = ">="
    /// The figure or less.
    case atMost = "<="
    /// About the figure.
    case about = "~"
    /// Nearly the figure: a little less.
    case nearly = "~<"
    /// Just over the figure: a little more.
    case justOver = "~>"

    /// The sign that a text gives: the codes themselves, mathematical signs and the usual words in both languages.
    ///
    /// An empty text is "exactly". `nil` where the text is none of these.
    public init?(reading text: String) {
        let word = IdentifierText(text).text
        switch word {
        case "", "=", "==", "等于": self = .exactly
        case ">", "MORE THAN", "OVER", "ABOVE", "超过", "超", "大于", "多于": self = .moreThan
        case "<", "LESS THAN", "UNDER", "BELOW", "不足", "不到", "小于", "少于": self = .lessThan
        case ">=", "\u{2265}", "=>", "AT LEAST", "不少于", "不低于", "至少", "大于等于": self = .atLeast
        case "<=", "\u{2264}", "=<", "AT MOST", "UP TO", "不超过", "至多", "小于等于": self = .atMost
        case "~", "\u{2248}", "ABOUT", "AROUND", "APPROXIMATELY", "约", "大约": self = .about
        case "~<", "NEARLY", "ALMOST", "近", "将近", "接近": self = .nearly
        case "~>", "JUST OVER", "略高于", "略超": self = .justOver
        default: return nil
        }
    }

    /// The sign before a number in a table; nothing for "exactly".
    public var sign: String {
        switch self {
        case .exactly: ""
        case .moreThan: ">"
        case .lessThan: "<"
        case .atLeast: "≥"
        case .atMost: "≤"
        case .about: "~"
        case .nearly: "~<"
        case .justOver: "~>"
        }
    }

    /// The words before a number in a sentence; nothing for "exactly".
    public var words: Localized {
        switch self {
        case .exactly: Localized(same: "")
        case .moreThan: Localized("more than", "超过")
        case .lessThan: Localized("less than", "不足")
        case .atLeast: Localized("at least", "不少于")
        case .atMost: Localized("at most", "不超过")
        case .about: Localized("about", "约")
        case .nearly: Localized("nearly", "近")
        case .justOver: Localized("just over", "略高于")
        }
    }
}
