public import Ecosystem

/// The kinds of demand that CX-0128 knows.
public enum DemandCategory: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not told apart.
    case standard = "0001"
    /// Spare parts.
    case afterSales = "A1S1"
    /// Series production.
    case series = "SR99"
    /// Before series production.
    case phaseIn = "PI01"
    /// One order.
    case singleOrder = "OS01"
    /// A small series.
    case smallSeries = "OI01"
    /// Beyond the plan.
    case extraordinary = "ED01"
    /// After series production.
    case phaseOut = "PO01"

    /// The words for readers.
    public var label: Localized {
        switch self {
        case .standard: Localized("default", "默认")
        case .afterSales: Localized("after-sales", "售后")
        case .series: Localized("series", "批量")
        case .phaseIn: Localized("phase-in", "导入期")
        case .singleOrder: Localized("single order", "单次订单")
        case .smallSeries: Localized("small series", "小批量")
        case .extraordinary: Localized("extraordinary", "临时追加")
        case .phaseOut: Localized("phase-out", "退出期")
        }
    }
}
